package org.peerage.rosters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists as programs and people write them, from the bytes to the people, without anybody's help.
class ListsTests {

    private static final Path LISTS = Path.of("src/test/resources/rosters");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            01-linkedin-preamble.csv            | 1 | name=Oana Testescu; organisation=Bright Mills; role_title=Managing Director; email=oana@example.org
            01-linkedin-preamble.csv            | 2 | name=Kofi Sample; organisation=Sample Freight; role_title=CEO
            02-outlook-92-columns.csv           | 1 | name=Ilse Probe; organisation=Nordlicht GmbH; role_title=CEO; place=Bremen; country=Germany; email=ilse@example.org; languages=German
            03-salesforce-contacts.csv          | 1 | name=Ana Sousa; organisation=Mar Aberto Lda; role_title=CEO; place=Lisboa; country=Portugal; email=ana@example.org; external_id=0035e00000AAAAA; team_size=1200
            04-hubspot-contacts.csv             | 1 | name=Ada Kim; organisation=Tern Labs; role_title=CEO; place=Seoul; email=ada@example.org; external_id=5101; team_size=23; time_zone=Asia/Seoul
            04-hubspot-contacts.csv             | 2 | name=Bo Diaz; organisation=Alga Sur; role_title=CEO; place=Quito; email=bo@example.org; external_id=5102; team_size=1000; time_zone=America/Guayaquil
            06-size-ranges-and-zones.csv        | 1 | name=Ann A; organisation=A One; role_title=CEO; team_size=101; time_zone=Europe/Oslo; email=ann@example.org; experience_years=12
            06-size-ranges-and-zones.csv        | 2 | name=Ben B; organisation=B Two; role_title=CEO; team_size=2237; time_zone=America/New_York; email=ben@example.org; experience_years=12
            06-size-ranges-and-zones.csv        | 3 | name=Cy C; organisation=C Three; role_title=CEO; team_size=10000; time_zone=Europe/Amsterdam; email=cy@example.org; experience_years=20
            06-size-ranges-and-zones.csv        | 4 | name=Di D; organisation=D Four; role_title=CEO; team_size=120; time_zone=Europe/Berlin; email=di@example.org; experience_years=8
            06-size-ranges-and-zones.csv        | 5 | name=Ed E; organisation=E Five; role_title=CEO; team_size=80; time_zone=Europe/Oslo; email=ed@example.org; experience_years=9
            06-size-ranges-and-zones.csv        | 6 | name=Fi F; organisation=F Six; role_title=CEO; time_zone=Europe/Oslo; email=fi@example.org
            06-size-ranges-and-zones.csv        | 7 | name=Gu G; organisation=G Seven; role_title=CEO; team_size=40; time_zone=America/Los_Angeles; email=gu@example.org; experience_years=10
            07-excel-ragged-rows.csv            | 2 | name=Bob; organisation=Beta; role_title=CEO
            07-excel-ragged-rows.csv            | 4 | name=Dan; organisation=Delta; role_title=CEO; place=Rome
            09-report-title-above-header.csv    | 1 | name=Ann; organisation=Alpha; role_title=CEO; place=Oslo
            09b-two-header-lines.csv            | 1 | name=Ann; organisation=Alpha; role_title=CEO; place=Oslo; email=ann@example.org
            12-windows-1250-czech.csv           | 1 | name=Řehoř Příklad; organisation=Žluťoučký kůň s.r.o.; role_title=Ředitel
            13b-inch-mark-in-cell.csv           | 1 | name=Ann; organisation=12" Records; role_title=CEO
            13b-inch-mark-in-cell.csv           | 2 | name=Bob; organisation=The "Best" Bakery; role_title=CEO
            13b-inch-mark-in-cell.csv           | 3 | name=Cat "Kit" Doe; organisation=Gamma; role_title=CEO
            14-duplicate-headings.csv           | 1 | name=Ann; organisation=Alpha; email=ann@example.org
            15-equal-names.csv                  | 4 | name=Maria Garcia; email=m2@example.org
            16-names-of-the-world.csv           | 1 | name=O’Brien-D'Arcy, Jr., Siân; organisation=A; role_title=CEO
            16-names-of-the-world.csv           | 3 | name=محمد بن سلمان التجربة; organisation=C; role_title=CEO
            16-names-of-the-world.csv           | 5 | name=Zoë Beispiel; organisation=E; role_title=CEO
            17-excel-errors-and-dates.csv       | 1 | name=Ann; organisation=Alpha
            17-excel-errors-and-dates.csv       | 3 | organisation=Gamma
            19-us-state-column.csv              | 1 | name=Ann Able; organisation=Alpha; place=Portland, OR; country=USA
            19-us-state-column.csv              | 2 | name=Bob Best; organisation=Beta; place=Portland, ME; country=USA
            20-compose-bom.csv                  | 1 | organisation=Ann; role_title=CEO; external_id=1; team_size=50
            40b-list-b-other-company-of-that-name.csv | 1 | organisation=Beam; industry=Mobile; place=Bellevue, WA, USA
            """)
    void aListIsReadAsItWasMeant(String file, int person, String facts) {
        assertThat(said(people(bytes(file)).get(person - 1))).isEqualTo(sorted(facts));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Email Address,First Name,Last Name,Address,Phone Number,Company,TAGS,MEMBER_RATING# ann@example.org,Ann,Able,1 Main St,,Alpha,"vip, ceo",2 | email=ann@example.org; name=Ann Able; organisation=Alpha; tags=vip, ceo
            Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Work,Person - Owner# Ann Able,Alpha,ann@example.org,1,Olga | name=Ann Able; organisation=Alpha; email=ann@example.org
            Record Id,First Name,Last Name,Account Name,Title,Email,Mailing City,Mailing Country,Contact Owner# zcrm_1,Ann,Able,Alpha,CEO,ann@example.org,Oslo,Norway,Olga | external_id=zcrm_1; name=Ann Able; organisation=Alpha; role_title=CEO; email=ann@example.org; place=Oslo; country=Norway
            (Do Not Modify) Contact,Full Name,Company Name,Job Title,Email,Address 1: City,Address 1: State/Province,Address 1: Country/Region# 9,Ann Able,Alpha,CEO,ann@example.org,Austin,TX,USA | external_id=9; name=Ann Able; organisation=Alpha; role_title=CEO; email=ann@example.org; place=Austin, TX; country=USA
            Vorname;Nachname;Firma;Position;Geschäftliche E-Mail;Ort;Land# Zoë;Groß;Müller GmbH;Geschäftsführerin;zoe@example.org;Wien;Österreich | name=Zoë Groß; organisation=Müller GmbH; role_title=Geschäftsführerin; email=zoe@example.org; place=Wien; country=Österreich
            Name;Vorname;Firma;Mitarbeiter# Groß;Zoë;Müller GmbH;1.200 | name=Zoë Groß; organisation=Müller GmbH; team_size=1200
            Nom;Prénom;Société;Fonction;Courriel;Ville;Pays# Durand;Chloé;Exemple SA;PDG;chloe@example.org;Lyon;France | name=Chloé Durand; organisation=Exemple SA; email=chloe@example.org; place=Lyon; country=France; role_title=PDG
            Nombre;Apellidos;Empresa;Cargo;Correo electrónico;Ciudad;País# Íñigo;Núñez;Ejemplo SL;Director;inigo@example.org;Sevilla;España | name=Íñigo Núñez; organisation=Ejemplo SL; role_title=Director; email=inigo@example.org; place=Sevilla; country=España
            First name,Last name,Organization,Job title,E-mail 1 - Value# Ann,Able,Alpha,CEO,* ann@example.org ::: a2@example.org | name=Ann Able; organisation=Alpha; role_title=CEO; email=ann@example.org
            Company,Company Size,Company Country,Work Email,Full name# Alpha,10K+,Norway,"Ann <ann@example.org>",Ann Able | organisation=Alpha; team_size=10000; country=Norway; email=ann@example.org; name=Ann Able
            sep=;# Firma;Kontakt# Alpha;Ann | organisation=Alpha; name=Ann
            Anrede;Titel;Vorname;Nachname;Unternehmen;Ort (geschäftlich);Bundesland;E-Mail (geschäftlich)# Frau;Dr.;Zoë;Groß;Müller GmbH;München;Bayern;zoe@example.org | name=Zoë Groß; organisation=Müller GmbH; place=München, Bayern; email=zoe@example.org
            Vorname,Nachname,Firma,Ort geschäftlich,Region geschäftlich,Land/Region geschäftlich# Jörg,Weiß,Weiß KG,Köln,NRW,Deutschland | name=Jörg Weiß; organisation=Weiß KG; place=Köln, NRW; country=Deutschland
            Kd.-Nr.;Firma 1;Ansprechpartner Vorname;Ansprechpartner Nachname;MA;Teilbranche# 000123;Alpha AG;Ann;Able;50+;Pumpen | external_id=000123; organisation=Alpha AG; name=Ann Able; team_size=50; subindustry=Pumpen
            Nom;Prénom;Raison sociale;Secteur d'activité;Effectif;Fuseau horaire;Langues parlées# de La Fontaine;Chloé;Exemple SA;Agroalimentaire;1 200 salariés;CET/CEST;français | name=Chloé de La Fontaine; organisation=Exemple SA; industry=Agroalimentaire; team_size=1200; time_zone=Europe/Berlin; languages=français
            Nombre;Primer apellido;Segundo apellido;Razón social;Localidad;Número de empleados# Íñigo;Núñez;Ruiz;Ejemplo SL;Sevilla;1,2k | name=Íñigo Núñez Ruiz; organisation=Ejemplo SL; place=Sevilla; team_size=1200
            Nome;Sobrenome;Empresa;Setor;Nº de funcionários;Cidade;Estado;Fuso horário# João;da Silva;Exemplo Ltda;Varejo;mais de 50;Manaus;AM;GMT-4 | name=João da Silva; organisation=Exemplo Ltda; industry=Varejo; team_size=50; place=Manaus, AM; time_zone=-04:00
            Nome completo;Organização;Função;Endereço de e-mail;Número de colaboradores# João da Silva;Exemplo Lda;Gerente;joao@example.org;50-99 | name=João da Silva; organisation=Exemplo Lda; role_title=Gerente; email=joao@example.org; team_size=70
            Voornaam;Tussenvoegsel;Achternaam;Bedrijf;Functietitel;Aantal medewerkers;Woonplaats# Jan;van der;Berg;Voorbeeld BV;Directeur;50 tot 99;Utrecht | name=Jan van der Berg; organisation=Voorbeeld BV; role_title=Directeur; team_size=70; place=Utrecht
            Member Number,Preferred First Name,Last Name,Employer Name,City/Town,Country/Territory# 000123,Ann,Able,Alpha,San José,Costa Rica | external_id=000123; name=Ann Able; organisation=Alpha; place=San José; country=Costa Rica
            First Name,Last Name,Email (work),Company,City (work),State (work),Country (work)# Ann,Able,ann@example.org,Alpha,Hamilton,ON,Canada | name=Ann Able; email=ann@example.org; organisation=Alpha; place=Hamilton, ON; country=Canada
            Your full name,Name of your company,What is your job title?,Where are you based?,How many employees does your company have?# Ann Able,Alpha,CEO,"Lagos, Nigeria",11-50 | name=Ann Able; organisation=Alpha; role_title=CEO; place=Lagos, Nigeria; team_size=23
            Title,First Name,Last Name,Company# Dr.,Ann,Able,Alpha | name=Ann Able; organisation=Alpha
            Person;;Unternehmen;;# Vorname;Nachname;Name;Ort;Mitarbeiter# Ann;Able;Alpha;Oslo;10 | name=Ann Able; organisation=Alpha; place=Oslo; team_size=10
            Member ID,Company,Full name# ="00123",Alpha,Ann | external_id=00123; organisation=Alpha; name=Ann
            Company,Full name,Labels# Alpha,Ann,Food ::: * myContacts | organisation=Alpha; name=Ann; tags=Food
            First name,Last name,Job title,Company,"E-mail Address : work","Address : work : city","Address : work : state","Address : work : country"# Ann,Able,CEO,Alpha,ann@example.org,Springfield,IL,United States | name=Ann Able; role_title=CEO; organisation=Alpha; email=ann@example.org; place=Springfield, IL; country=United States
            ID,Name,Organization,Email - Work,City/town/village/locality of Postal address,State/county of Postal address,Country of Postal address# 17,Ann Able,Alpha,ann@example.org,Tbilisi,,Georgia | external_id=17; name=Ann Able; organisation=Alpha; email=ann@example.org; place=Tbilisi; country=Georgia
            Email Address,First Name,Last Name,Company,TAGS# ann@example.org,Ann,Able,Alpha,\"""vip"",""ceo\""" | email=ann@example.org; name=Ann Able; organisation=Alpha; tags=vip, ceo
            Members;;;;# ;Person;;Firm;# No.;First name;Last name;Name;City# 1;Ann;Able;Alpha;Oslo | name=Ann Able; organisation=Alpha; place=Oslo
            Name,Company,Email# "=HYPERLINK(""mailto:ann@example.org"",""Ann Able"")",Alpha,"=HYPERLINK(""mailto:ann@example.org"")" | name=Ann Able; organisation=Alpha; email=ann@example.org
            Member;Firm# Ann Able <ann@example.org>;Alpha | name=Ann Able; email=ann@example.org; organisation=Alpha
            """)
    void exportsOfTheUsualProgramsAreRead(String text, String facts) {
        var bytes = text.replaceAll("# ?", "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(said(people(bytes).getFirst())).isEqualTo(sorted(facts));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,'\n',comma",
        "UTF-8,'\r\n',semicolon",
        "UTF-8,'\r',tab",
        "UTF-16LE,'\r\n',tab",
        "UTF-16BE,'\n',bar",
        "windows-1252,'\r\n',semicolon",
        "x-MacRoman,'\r',comma",
        "windows-1252,'\n',bar"
    })
    void encodingLinesAndSeparatorMakeNoDifference(String encoding, String lines, String separator) {
        var sign =
                Map.of("comma", ",", "semicolon", ";", "tab", "\t", "bar", "|").get(separator);
        var text = "Firma~Kontakt~Ort\nMüller & Söhne~Zoë Groß~Zürich\nÉcole Été~André Lefèvre~Genève\n"
                .replace("~", sign)
                .replace("\n", lines);
        assertThat(people(text.getBytes(Charset.forName(encoding))))
                .extracting(ListsTests::said)
                .containsExactly(
                        sorted("organisation=Müller & Söhne; name=Zoë Groß; place=Zürich"),
                        sorted("organisation=École Été; name=André Lefèvre; place=Genève"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            58 | 58
            1,200 | 1200
            1 200 | 1200
            1.200 | 1200
            120.0 | 120
            51-200 | 101
            51–200 | 101
            51 — 200 | 101
            51 to 200 | 101
            1,001-5,000 employees | 2237
            1k-5k | 2236
            10K+ | 10000
            10,000+ | 10000
            1.2k | 1200
            ~40 | 40
            ca. 40 | 40
            > 500 | 500
            12 Mitarbeiter | 12
            Self-employed | 1
            0 | 0
            1,2k | 1200
            1’200 | 1200
            1,5 Tsd. | 1500
            between 50 and 99 | 70
            de 50 à 99 salariés | 70
            mehr als 500 | 500
            50 VZÄ | 50
            51-200 (mid-size) | 101
            """)
    void sizesAreReadAsPeopleWriteThem(String written, String read) {
        assertThat(Column.TEAM_SIZE.read(written)).isEqualTo(new Column.Cell.Read(read));
    }

    @ParameterizedTest
    @CsvSource({"3-May", "1/2/2023", "many", "-3", "99999999", "200-51", "10. Mrz", "1.2e3"})
    void whatIsNoSizeIsNotTakenForOne(String written) {
        assertThat(Column.TEAM_SIZE.read(written)).isInstanceOf(Column.Cell.Unreadable.class);
    }

    @Test
    void aWordThatASpreadsheetWritesForNothingIsNoNameAndNullIsOne() {
        assertThat(Column.NAME.read("NULL")).isEqualTo(new Column.Cell.Read(""));
        assertThat(Column.NAME.read("Null")).isEqualTo(new Column.Cell.Read("Null"));
        assertThat(Column.NAME.read("Na")).isEqualTo(new Column.Cell.Read("Na"));
        assertThat(Column.ORGANISATION.read("#REF!")).isEqualTo(new Column.Cell.Read(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Able, Ann | Ann Able
            van der Berg, Dr. Jan | Dr. Jan van der Berg
            Sammy Davis, Jr. | Sammy Davis, Jr.
            Able, MBA | Able, MBA
            Ann Able, Bob Best | Ann Able, Bob Best
            Prince | Prince
            """)
    void aLastNameBeforeACommaComesLast(String written, String read) {
        assertThat(Column.NAME.read(written)).isEqualTo(new Column.Cell.Read(read));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Ann Able" <ann@example.org>; a2@example.org
            mailto:ann@example.org?subject=hi
            [ann@example.org](mailto:ann@example.org)
            'ann@example.org'
            ann@example.org/bob@example.org
            ann@example.org#mailto:ann@example.org#
            """)
    void anAddressIsNothingButTheAddress(String written) {
        assertThat(Column.EMAIL.read(written)).isEqualTo(new Column.Cell.Read("ann@example.org"));
    }

    @Test
    void aNumberThatASpreadsheetCutShortTellsNobodyApart() {
        var people =
                people("ID;Firma;Name\n1,23457E+12;Alpha;Ann\n1,23457E+12;Beta;Bob\n".getBytes(StandardCharsets.UTF_8));
        assertThat(people)
                .extracting(ListsTests::said)
                .containsExactly(sorted("organisation=Alpha; name=Ann"), sorted("organisation=Beta; name=Bob"));
        assertThat(people)
                .allSatisfy(
                        person -> assertThat(((Listed.Somebody) person).flaws()).hasSize(1));
    }

    @Test
    void totalsCommentsAndHeadingsBetweenTheRowsAreNobody() {
        var people = people("""
                Company,Full name,City,Employees
                (legal name),(first and last),,(FTE)
                Alpha,Ann,Oslo,10
                # left out: Gamma,,,
                Company,Full name,City,Employees
                Total Logistics,Bob,Rome,20
                \u00a0,,,
                Total,,,30
                Total: 2 members,,,
                Generated By: the office 05/01/2026,,,
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(people.stream().filter(Listed.Somebody.class::isInstance))
                .extracting(Listed::line)
                .containsExactly(3, 6);
        assertThat(people).hasSize(8);
    }

    /// Files that were put together from two: the mark of the second stands in the middle.
    @Test
    void theHeadingsOfASecondFileAreNobody() {
        var people = people(
                "\ufeffName,Company\nAnn,Alpha\n\ufeffName,Company\nBob,Beta\n".getBytes(StandardCharsets.UTF_8));
        assertThat(people.stream().filter(Listed.Somebody.class::isInstance).map(ListsTests::said))
                .containsExactly(sorted("name=Ann; organisation=Alpha"), sorted("name=Bob; organisation=Beta"));
    }

    @Test
    void aMarkThatIsNeverClosedTakesNobodyWithIt() {
        var people = people("""
                Name,Company,City
                Ann,"Alpha,Oslo
                Bob,"Beta, Inc.",Bergen
                Cy,"Gamma
                and Sons",Rome
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(people)
                .extracting(ListsTests::said)
                .containsExactly(
                        sorted("name=Ann; organisation=\"Alpha; place=Oslo"),
                        sorted("name=Bob; organisation=Beta, Inc.; place=Bergen"),
                        sorted("name=Cy; organisation=Gamma and Sons; place=Rome"));
    }

    @Test
    void whatCannotBeSeenPartsNoWord() {
        var people = people(
                "\ufeffCompany\u00a0,\u200bFull name,E-mail\u200e\nAlpha\u00a0Ltd,\u200fAnn\u00a0Ab\u00adle,ann@\u200bexample.org,\u00a0\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(people)
                .extracting(ListsTests::said)
                .containsExactly(sorted("organisation=Alpha Ltd; name=Ann Able; email=ann@example.org"));
    }

    @Test
    void twoHundredColumnsAreRead() {
        var more = ",Column".repeat(198);
        assertThat(people(("Company,Full name" + more + "\nAlpha,Ann\n").getBytes(StandardCharsets.UTF_8)))
                .extracting(ListsTests::said)
                .containsExactly(sorted("organisation=Alpha; name=Ann"));
    }

    private static List<Listed> people(byte[] bytes) {
        if (RosterText.guess(bytes) instanceof RosterText.Guess.Encoding(var encoding)) {
            var text = RosterText.decode(bytes, encoding).orElseThrow();
            if (RosterTable.read(text, RosterTable.guessSeparator(text))
                    instanceof RosterTable.Reading.Table(var table)) {
                return Listed.of(table, Mapping.guess(table.headings()));
            }
        }
        throw new AssertionError("no list");
    }

    private static String said(Listed listed) {
        if (listed instanceof Listed.Somebody(var _, var values, var _)) {
            var said = new EnumMap<Column, String>(values);
            said.values().removeIf(String::isEmpty);
            return said.entrySet().stream()
                    .map(fact -> fact.getKey().key() + "=" + fact.getValue())
                    .sorted()
                    .collect(Collectors.joining("; "));
        }
        return listed.toString();
    }

    private static String sorted(String facts) {
        return Arrays.stream(facts.split("; ", -1)).sorted().collect(Collectors.joining("; "));
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(LISTS.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
