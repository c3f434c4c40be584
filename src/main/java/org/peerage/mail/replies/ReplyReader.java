package org.peerage.mail.replies;

/// Reads replies that come by mail. A bean of the module that understands them; what it does not understand it leaves.
public interface ReplyReader {

    /// In a transaction of its own. The same reply may come twice, and must then do nothing more.
    void read(MailedReply reply);
}
