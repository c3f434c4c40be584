package org.peerage.composition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// States of the United States and provinces of Canada: written out or as their two letters.
public final class States {

    private static final String NAMES = """
            Alabama=AL;Alaska=AK;Arizona=AZ;Arkansas=AR;California=CA;Colorado=CO;Connecticut=CT;Delaware=DE
            District of Columbia=DC;Florida=FL;Georgia=GA;Hawaii=HI;Idaho=ID;Illinois=IL;Indiana=IN;Iowa=IA;Kansas=KS
            Kentucky=KY;Louisiana=LA;Maine=ME;Maryland=MD;Massachusetts=MA;Michigan=MI;Minnesota=MN;Mississippi=MS
            Missouri=MO;Montana=MT;Nebraska=NE;Nevada=NV;New Hampshire=NH;New Jersey=NJ;New Mexico=NM;New York=NY
            North Carolina=NC;North Dakota=ND;Ohio=OH;Oklahoma=OK;Oregon=OR;Pennsylvania=PA;Rhode Island=RI
            South Carolina=SC;South Dakota=SD;Tennessee=TN;Texas=TX;Utah=UT;Vermont=VT;Virginia=VA;Washington=WA
            West Virginia=WV;Wisconsin=WI;Wyoming=WY
            Alberta=AB;British Columbia=BC;Manitoba=MB;New Brunswick=NB;Newfoundland and Labrador=NL;Nova Scotia=NS
            Ontario=ON;Prince Edward Island=PE;Quebec=QC;Québec=QC;Saskatchewan=SK
            """;

    private static final Map<String, String> LETTERS = NAMES.lines()
            .flatMap(line -> Arrays.stream(line.split(";", -1)))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0].toLowerCase(Locale.ROOT), pair -> pair[1]));

    private States() {}

    /// The two letters of a state or a province; what looks like two letters is taken for them.
    public static Optional<String> letters(String region) {
        var plain = region.strip();
        return plain.length() == 2
                ? Optional.of(plain.toUpperCase(Locale.ROOT))
                : Optional.ofNullable(LETTERS.get(plain.toLowerCase(Locale.ROOT)));
    }
}
