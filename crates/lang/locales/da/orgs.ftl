### Organisationen: enheder, personer, stillinger

organisation-lead = Enheder, hvem der leder dem, og hvor de står.
organisation-vacant = Kun ledige
organisation-closed = Også lukkede
organisation-empty = Ingen enheder passer
organisation-empty-text = Ryd et filter, eller opret den enhed, du mangler.

unit-new = Opret enhed
unit-name = Navn
unit-level = Niveau
unit-kind = Type
unit-area = Område
unit-area-hint = Kan samle enheder på tværs, for eksempel »Børn og unge«.
unit-parent = Hører under
unit-parent-hint = Kun øverste niveau hører ikke under nogen.
unit-no-parent = Ingen (øverst)
unit-function = Opgave
unit-function-service = Borger- eller virksomhedsrettet
unit-function-support = Støtte og stab
unit-from = Fra
unit-to = Sidste dag
unit-leader = Leder
unit-vacant = Ledig
unit-closed-on = lukket { $date }
unit-close = Luk enheden
unit-close-title = Luk { $title }
unit-close-lead = Enhedens historie bliver stående. Det, den ejer i kæden, kan flyttes til efterfølgeren.
unit-close-do = Luk { $title }
unit-successor = Efterfølger
unit-successor-hint = Den enhed, der fører arbejdet videre.
unit-no-successor = Ingen
unit-established = { $title } er oprettet.
unit-saved = { $title } er gemt.
unit-closed = { $title } er lukket.


event-unit-established = Enheden { $title } blev oprettet
event-unit-edited = Enheden { $title } blev rettet
event-unit-closed = Enheden { $title } blev lukket med sidste dag { $date }
event-person-entered = { $name } blev oprettet
event-person-edited = { $name } blev rettet
event-position-set-up = Stillingen { $title } i { $unit } blev oprettet
event-position-taken-over = Stillingen { $title } fik en ny indehaver fra { $date }
event-position-vacated = Stillingen { $title } blev ledig fra { $date }
event-position-ended = Stillingen { $title } ophørte { $date }
event-stand-in-appointed = En stedfortræder blev udpeget for { $title }

refused-unit-level-unknown = Niveauet »{ $level }« findes ikke i styringsmodellen. Vælg et af dem, der står på listen.
refused-unit-kind-unknown = Typen »{ $kind }« findes ikke i styringsmodellen. Vælg en af dem, der står på listen.
refused-unit-top-under-something = Øverste niveau hører ikke under nogen. Vælg »Ingen«, eller vælg et andet niveau.
refused-unit-without-parent = Vælg den enhed, den hører under.
refused-unit-under-wrong-level = En enhed på niveauet { $level } kan ikke høre under niveauet { $parent }. Vælg en enhed på et niveau over.
refused-unit-under-itself = En enhed kan ikke høre under sig selv.
refused-unit-has-units-astray = { $count ->
    [one] Én enhed under den ville komme til at stå på samme niveau eller højere. Flyt den først, eller vælg et andet niveau.
   *[other] { $count } enheder under den ville komme til at stå på samme niveau eller højere. Flyt dem først, eller vælg et andet niveau.
}
refused-unit-begins-after-it-ends = Enheden kan ikke begynde, efter at den er lukket. Vælg en tidligere dato.
refused-unit-already-closed = Enheden er allerede lukket.
refused-unit-ends-before-it-begins = Sidste dag kan ikke ligge før første. Vælg en senere dato.
refused-unit-follows-itself = En enhed kan ikke være sin egen efterfølger. Vælg en anden.
refused-unit-has-open-units = { $count ->
    [one] Der hører én åben enhed under. Flyt eller luk den først.
   *[other] Der hører { $count } åbne enheder under. Flyt eller luk dem først.
}
refused-person-email = Skriv en hel mailadresse, for eksempel navn@kommune.dk, eller lad feltet stå tomt.
refused-person-email-taken = En anden person har den mailadresse. Er det den samme person, så brug den, der findes.
refused-position-not-open = Stillingen findes ikke den { $date }. Vælg en dato, hvor den gælder.
refused-position-same-day = Den nye indehaver kan tidligst begynde dagen efter, at den nuværende begyndte.
refused-position-ends-before-it-begins = Stillingen kan ikke ophøre, før den begyndte. Vælg en senere dato.
refused-stand-in-for-self = Den, der har stillingen, kan ikke være sin egen stedfortræder. Vælg en anden.

denied-keep-organisation = Enheder, personer og stillinger rettes af en administrator.
denied-import-organisation = Organisationen indlæses af en administrator.
denied-appoint-stand-in = En stedfortræder udpeges af enhedens leder, en leder over den eller en administrator.

# Opsætning: forsiden
setup-lead = Her holdes organisation, personer, adgange og styringsmodel ved lige.
setup-here = Det er her
setup-attention = Det kræver opmærksomhed
setup-attention-none = Alle enheder har en leder, og der venter ingen indlæsning.
setup-no-leader = { $title } har ingen leder
setup-no-leader-text = Find en leder, eller udpeg en stedfortræder.
setup-no-leader-more = Se alle enheder uden leder
setup-import-waits = »{ $file }« venter på dit ja
setup-import-waits-text = { $count ->
    [one] Filen har én række. Se, hvad den ændrer, og indlæs den.
   *[other] Filen har { $count } rækker. Se, hvad de ændrer, og indlæs dem.
}
setup-organisation-text = Enheder, deres niveau, og hvem der leder dem.
setup-people-text = Personer, deres stillinger nu og før.
setup-imports-text = Enheder og ledere fra en fil, med forhåndsvisning og fortrydelse.
setup-logins = Adgange
setup-logins-text = Hvem der kan logge ind.
setup-model-text = I kraft: »{ $title }«, version { $serial }, installeret { $date }.
setup-audit-text = Alt, hvad der er gjort, af hvem og hvornår.
setup-denials = Afvisninger
setup-denials-text = Det, nogen bad om og ikke måtte.
setup-own-text = Dit kodeord, og hvor du er logget ind.

# Personer
people-lead = Medarbejdere og politikere med deres stillinger.
people-empty = Ingen hedder sådan
people-empty-text = Prøv en del af navnet, eller opret personen.
person-new = Opret person
person-name = Navn
person-email = Mail
person-position = Stilling
person-foreign-id = Id i jeres eget system
person-positions = Stillinger nu
person-positions-before = Tidligere stillinger
person-no-positions = Personen har ingen stilling i dag.
person-deeds = Se, hvad personen har gjort
person-find = Find en person efter navn
person-entered = { $name } er oprettet.
person-saved = { $name } er gemt.

# Stillinger
unit-edit = Ret enheden
unit-foreign-id = Id i jeres eget system
positions-title = Stillinger i { $unit }
positions-unit = Se enhedens side
positions-no-leader = Enheden har ingen leder i dag
positions-no-leader-text = Giv en ledende stilling videre til en person, eller udpeg en stedfortræder.
positions-empty = Her er ingen stillinger
positions-empty-text = En enhed skal have en leder. Administratoren opretter stillingen.
position-new = Opret stilling
position-new-title = Ny stilling i { $unit }
position-role = Rolle
position-role-hint = Rollen bestemmer, hvad indehaveren kan se og gøre.
position-title = Stillingens navn
position-holder = Indehaver
position-new-holder = Ny indehaver
position-vacant = Ledig
position-to = Sidste dag
position-stand-ins = Stedfortrædere
position-stand-in = { $name }, { $span }
position-over = Stillingen er ophørt og står her for historiens skyld.
position-hand-over = Giv stillingen videre
position-hand-over-text = Den nuværende indehaver har stillingen til og med dagen før. Vælg »Ledig«, hvis ingen tager over.
position-hand-over-do = Giv stillingen videre
position-appoint = Udpeg en stedfortræder
position-appoint-text = Stedfortræderen handler med stillingens rettigheder. Begge navne skrives ved det, der gøres.
position-stand-in-person = Stedfortræder
position-appoint-do = Udpeg stedfortræderen
position-end = Lad stillingen ophøre
position-end-text = Stillingen findes ikke længere efter sidste dag. Skal en anden have den, så giv den videre i stedet.
position-end-do = Lad stillingen ophøre
position-set-up = Stillingen { $title } er oprettet.
position-handed-over = Stillingen { $title } er givet videre.
position-ended = Stillingen { $title } har fået en sidste dag.
stand-in-appointed = Der er udpeget en stedfortræder for { $title }.

# Indlæsning
imports-lead = Hent enheder og deres ledere ind fra en fil. Du ser, hvad den vil ændre, før der sker noget.
imports-nothing-yet = Når du vælger en fil, sker der ikke noget med organisationen endnu. Enheder, der ikke står i filen, røres ikke.
imports-so-far = Indlæsninger
imports-none = Der er ikke indlæst noget endnu.
import-file = Fil
import-file-hint = CSV, højst { $count } MB. Semikolon, komma eller tabulator mellem kolonnerne.
import-upload = Se, hvad filen ændrer
import-format = Sådan ser filen ud
import-format-text = Første række har kolonnernes navne, på dansk eller engelsk. Kun navnet og et id skal være der. En kolonne, der mangler, ændrer ingenting.
import-export = Hent organisationen som fil
import-column-enhed-uuid = Enhedens id i jeres eget system. Bevares til punkt og prikke.
import-column-enhed-nr = Enhedens nummer her, for eksempel E-12. Bruges, når der ikke er et id.
import-column-navn = Enhedens navn. Skal udfyldes.
import-column-overenhed-uuid = Enheden over: dens id eller nummer.
import-column-type = Enhedens type i styringsmodellen.
import-column-niveau = Enhedens niveau i styringsmodellen. Skal udfyldes for nye enheder.
import-column-omraade = Område på tværs, for eksempel »Børn og unge«.
import-column-opgave = »service« eller »støtte«.
import-column-leder-uuid = Lederens id i jeres eget system.
import-column-leder-navn = Lederens navn. Er alle felter om lederen tomme, bliver stillingen ledig.
import-column-leder-email = Lederens mail.
import-column-leder-stilling = Hvad lederens stilling hedder.
import-column-gyldig-fra = Første dag, for eksempel 01-05-2018.
import-column-gyldig-til = Sidste dag. Enheden lukkes.

import-state-previewed = Venter på et ja
import-state-running = I gang
import-state-done = Indlæst
import-state-undone = Fortrudt
import-state-failed = Afbrudt
import-did = { $created } oprettet, { $changed } ændret, { $closed } lukket

import-lead-ready = { $count ->
    [one] Én række er læst uden fejl. Intet er ændret endnu.
   *[other] { $count } rækker er læst uden fejl. Intet er ændret endnu.
}
import-lead-faults = { $count ->
    [one] Der er én fejl i filen. Ret den, og vælg filen igen. Intet er ændret.
   *[other] Der er { $count } fejl i filen. Ret dem, og vælg filen igen. Intet er ændret.
}
import-lead-nothing = Alt i filen står her allerede. Der er ikke noget at indlæse.
import-count-created = { $count ->
    [one] ny enhed
   *[other] nye enheder
}
import-count-changed = { $count ->
    [one] ændret enhed
   *[other] ændrede enheder
}
import-count-closed = { $count ->
    [one] lukket enhed
   *[other] lukkede enheder
}
import-count-unchanged = { $count ->
    [one] uændret række
   *[other] uændrede rækker
}
import-count-people = { $count ->
    [one] ny person
   *[other] nye personer
}
import-count-leaders = { $count ->
    [one] enhed med ny leder
   *[other] enheder med ny leder
}
import-run = Indlæs
import-another-file = Vælg en anden fil
import-failed = Indlæsningen blev afbrudt
import-failed-text = Intet af den er gemt. Du kan prøve igen.
import-faults-title = { $count ->
    [one] Én celle skal rettes
   *[other] { $count } celler skal rettes
}
import-more-faults = { $count ->
    [one] … og én fejl til.
   *[other] … og { $count } fejl til.
}
import-rows-title = Det bliver ændret
import-more-rows = { $count ->
    [one] … og én række til.
   *[other] … og { $count } rækker til.
}
import-unread = Disse kolonner læses ikke: { $columns }.
import-row = Række
import-column = Kolonne
import-found = Der står
import-empty-cell = (tom)
import-turn = Hvad der sker
import-turn-new = Oprettes
import-turn-changed = Ændres
import-turn-closed = Lukkes
import-turn-unchanged = Uændret
import-changes = Ændringer
import-running-lead = Du kan roligt gå videre. Resultatet venter her.
import-progress = { $done } af { $total } er skrevet
import-progress-reading = Filen læses
import-progress-ended = Indlæsningen er slut
import-refresh = Opdatér
import-see-result = Se resultatet
import-undo = Fortryd indlæsningen
import-undo-text = Alt, hvad indlæsningen rørte, kan sættes tilbage, som det stod. Er noget af det ændret siden, siger vi det og rører ingenting.
import-undone = Indlæsningen er fortrudt. Alt står, som det gjorde før.
import-see-organisation = Se organisationen
import-see-imports = Se alle indlæsninger

import-file-empty = Filen er tom. Vælg en fil med kolonnenavne i første række og en enhed i hver af de næste.
import-file-header-only = Filen har kun kolonnenavne. Skriv mindst én enhed under dem.
import-file-one-column = Filen har kun én kolonne. Gem den som CSV med semikolon mellem kolonnerne.
import-file-unclosed = Anførselstegnet i linje { $line } bliver aldrig lukket. Sæt et til, eller fjern det.
import-file-workbook = Filen er en projektmappe fra et regneark. Gem den som CSV, og vælg den fil.
import-file-binary = Filen er ikke tekst. Gem den som CSV, og vælg den fil.
import-file-too-large = Filen er for stor. Den må højst fylde { $most } MB.
import-file-too-many-rows = Filen har for mange rækker. Der er plads til { $most }.
import-file-broken-off = Filen nåede ikke frem. Prøv igen.

import-fault-column-twice = Kolonnen står to gange, også som »{ $other }«. Fjern den ene.
import-fault-no-name-column = Filen mangler kolonnen »{ $column }«.
import-fault-no-id-column = Filen mangler kolonnen »{ $column }« eller »{ $other }«, så enhederne kan kendes igen næste gang.
import-fault-empty = Feltet skal udfyldes.
import-fault-too-long = Teksten er for lang. Der er plads til { $most } tegn.
import-fault-no-id = Rækken mangler et id. Giv den et, så enheden kan kendes igen næste gang.
import-fault-twice = Enheden står også i række { $line }. Behold den ene.
import-fault-number = »{ $found }« er ikke et nummer. Skriv det for eksempel sådan: E-12.
import-fault-number-unknown = Der er ingen enhed med nummeret »{ $found }«. Lad feltet stå tomt for en ny enhed, og giv den et id.
import-fault-two-units = Id og nummer peger på hver sin enhed: { $one } og { $other }. Ret et af dem.
import-fault-other-id = { $number } har allerede id’et »{ $id }«. Ret id’et eller nummeret.
import-fault-level-missing = Skriv enhedens niveau: { $known }.
import-fault-level-unknown = Niveauet »{ $found }« findes ikke i styringsmodellen. Mente du »{ $suggestion }«?
import-fault-level-none-near = Niveauet »{ $found }« findes ikke i styringsmodellen. Skriv et af disse: { $known }.
import-fault-kind-unknown = Typen »{ $found }« findes ikke i styringsmodellen. Mente du »{ $suggestion }«?
import-fault-kind-none-near = Typen »{ $found }« findes ikke i styringsmodellen. Skriv en af disse, eller lad feltet stå tomt: { $known }.
import-fault-no-kinds = Styringsmodellen skelner ikke mellem typer, så »{ $found }« kan ikke bruges. Lad feltet stå tomt.
import-fault-function = »{ $found }« er ikke en opgave. Skriv »service« eller »støtte«.
import-fault-date = »{ $found }« kan ikke læses som en dato. Skriv den for eksempel sådan: 01-05-2018.
import-fault-ends-before-it-begins = Sidste dag ligger før den første. Ret en af dem.
import-fault-parent-unknown = Der er ingen enhed med id eller nummer »{ $found }«, hverken her eller i filen. Ret det, eller tag enheden med i filen.
import-fault-parent-closed = { $number } er lukket. Vælg en enhed, der er åben.
import-fault-units-below = { $count ->
    [one] Der hører én enhed under, som ikke kan stå under det nye niveau. Flyt den i samme fil.
   *[other] Der hører { $count } enheder under, som ikke kan stå under det nye niveau. Flyt dem i samme fil.
}
import-fault-leader-name = Lederen findes ikke i forvejen. Skriv navnet.
import-fault-leader-ambiguous = { $count } personer hedder »{ $name }«. Skriv også mail eller id.
import-fault-leader-email-taken = Mailen hører til { $name }. Er det den samme person, så ret lederens id.
import-fault-leader-differs = I række { $line } hedder den samme leder »{ $name }« eller har en anden mail. Skriv det ens.

refused-import-done-already = Filen er indlæst allerede.
refused-import-faults = { $count ->
    [one] Der er én fejl i filen. Ret den, og vælg filen igen.
   *[other] Der er { $count } fejl i filen. Ret dem, og vælg filen igen.
}
refused-import-nothing = Alt i filen står her allerede. Der er ikke noget at indlæse.
refused-import-not-done = Kun en indlæsning, der er gennemført, kan fortrydes.
refused-import-undo-changed = Noget af det, indlæsningen rørte, er ændret siden, eller der er bygget videre på det. Ret det, der skal rettes, hver for sig.
refused-import-undo-named = { $count ->
    [one] { $names } er ændret siden. Indlæsningen kan ikke fortrydes som helhed. Ret det, der skal rettes, hver for sig.
   *[other] { $count } er ændret siden, blandt andre { $names }. Indlæsningen kan ikke fortrydes som helhed. Ret det, der skal rettes, hver for sig.
}
event-org-imported = Filen »{ $file }« blev indlæst: { $created } enheder oprettet, { $changed } ændret, { $closed } lukket
event-org-import-undone = Indlæsningen af »{ $file }« blev fortrudt
