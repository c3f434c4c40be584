package org.peerage.notices;

import java.util.List;

/// Names the kinds of notice that a module gives. One bean a module; what nobody names is not shown.
public interface NoticeKinds {

    List<NoticeKind> kinds();
}
