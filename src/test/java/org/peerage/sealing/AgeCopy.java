package org.peerage.sealing;

import java.util.Optional;

/// Opens what a page has sealed for somebody to take along, with nothing of the page's.
public final class AgeCopy {

    /// A pair of the stock tool's, made for this test and good for nothing else.
    public static final String TEST_RECIPIENT = "age182kwycmk888phgz975crctjj3dlv8g5w8529ykj4zt6dw2ktldwqkcpfmp";

    public static final String TEST_IDENTITY =
            "AGE-SECRET-KEY-1G55HG0YL4RPPN9FNCW6CT48CTRX7FVAL6DCLYTSSK5DT5AET3GFQ7QEEPC";

    private AgeCopy() {}

    public static Optional<byte[]> opened(byte[] file, String words) {
        return AgeFile.open(file, new AgeWords(words, AgeWords.WORK_FACTOR));
    }
}
