# Opfølgningens regler: hvad der skete, og hvorfor noget blev afvist.
# En sætning om en runde har $round (navnet) og $year. En sætning om et mål har også $noun, $nouns, $thenoun, $gender, $number
# og $title. Mærkernes ord er modellens egne og kommer som $mark og $suggested.

## Tilstande
round-state-planned = planlagt
round-state-open = åben
round-state-consolidating = samles
round-state-closed = lukket

report-state-missing = ikke begyndt
report-state-draft = kladde
report-state-submitted = indsendt
report-state-returned = sendt tilbage
report-state-accepted = godkendt

## Det, der kan gøres, som det står efter »kan ikke«
round-verb-reschedule = flyttes
round-verb-open = åbnes
round-verb-consolidate = samles
round-verb-reopen = åbnes igen
round-verb-close = lukkes

report-verb-write = rettes
report-verb-submit = indsendes
report-verb-return = sendes tilbage
report-verb-accept = godkendes

## Valg i felterne
mark-not-relevant = ikke relevant her

outlook-on-course = På rette vej
outlook-at-risk = I fare
outlook-off-course = Når det ikke

trend-better = går den rigtige vej
trend-worse = går den forkerte vej
trend-same = står stille

change-better = bedre end sidst
change-worse = dårligere end sidst
change-other = vurderet anderledes end sidst
change-one-only = kun indberettet i den ene runde

lamp-green = grøn
lamp-yellow = gul
lamp-red = rød
lamp-out = slukket

feedback-kind-noted = Taget til efterretning
feedback-kind-praise = Ros
feedback-kind-question = Spørgsmål
feedback-kind-request = Ønske om handling

evidence-kind-link = Link
evidence-kind-figure = Tal
evidence-kind-file = Fil

media-pdf = PDF
media-png = PNG-billede
media-jpeg = JPEG-billede
media-docx = Word-dokument
media-xlsx = Excel-regneark
media-pptx = PowerPoint-præsentation
media-odt = OpenDocument-tekst
media-ods = OpenDocument-regneark
media-csv = CSV-fil
media-txt = tekstfil

## Felter
field-mark = Vurdering
field-outlook = Udsigt
field-done = Hvad vi har gjort
field-effect = Dokumenteret effekt
field-fact = Hvad er fakta?
field-cause = Hvad er årsagen?
field-action = Hvad gør vi nu?
field-not-relevant-because = Ikke relevant her, fordi
field-differs-because = Vurderingen afviger fra tallene, fordi
field-cut-off = Opgjort den
field-deadlines = Frister

## Hvad der skete: runder
event-round-planned = Runden »{$round} {$year}« blev planlagt; tallene opgøres {$on}
event-round-rescheduled = Runden »{$round} {$year}« fik nye datoer: tallene opgøres {$on}, og sidste frist er {$last}
event-round-opened = Runden »{$round} {$year}« blev åbnet og spørger til { $goals ->
        [one] {$goals} mål
       *[other] {$goals} mål
    }
event-round-consolidated = Runden »{$round} {$year}« samles og tager ikke flere indberetninger
event-round-reopened = Runden »{$round} {$year}« tager igen indberetninger
event-round-closed = Runden »{$round} {$year}« blev lukket med segl {$seal}; { $silent ->
        [0] alle mål er indberettet
        [one] {$silent} mål er ikke indberettet
       *[other] {$silent} mål er ikke indberettet
    }

## Hvad der skete: indberetninger
event-report-written = Indberetningen på {$thenoun} {$number} »{$title}« blev skrevet i »{$round} {$year}«
event-report-submitted = {$thenoun} {$number} »{$title}« blev indberettet som {$mark} i »{$round} {$year}«
event-report-returned = Indberetningen på {$thenoun} {$number} »{$title}« blev sendt tilbage i »{$round} {$year}«: {$note}
event-report-accepted = Indberetningen på {$thenoun} {$number} »{$title}« blev godkendt i »{$round} {$year}«
event-evidence-attached = »{$evidence}« dokumenterer nu {$thenoun} {$number} »{$title}« i »{$round} {$year}«
event-evidence-removed = »{$evidence}« dokumenterer ikke længere {$thenoun} {$number} »{$title}« i »{$round} {$year}«
event-assessment-written = {$unit} skrev sin vurdering i »{$round} {$year}«
event-judgement-written = {$thenoun} {$number} »{$title}« blev vurderet som {$mark} i »{$round} {$year}«: {$grounds}

## Hvad der skete: svar nedad
event-feedback-noted = {$unit} fik svar på »{$round} {$year}«: taget til efterretning
event-feedback-noted-on-goal = {$unit} fik svar på {$thenoun} {$number} »{$title}« i »{$round} {$year}«: taget til efterretning
event-feedback-praise = {$unit} fik ros i »{$round} {$year}«: {$text}
event-feedback-praise-on-goal = {$unit} fik ros for {$thenoun} {$number} »{$title}« i »{$round} {$year}«: {$text}
event-feedback-question = {$unit} fik et spørgsmål i »{$round} {$year}«: {$text}
event-feedback-question-on-goal = {$unit} fik et spørgsmål om {$thenoun} {$number} »{$title}« i »{$round} {$year}«: {$text}
event-feedback-request = {$unit} blev bedt om at gøre noget i »{$round} {$year}«: {$text}
event-feedback-request-on-goal = {$unit} blev bedt om at gøre noget ved {$thenoun} {$number} »{$title}« i »{$round} {$year}«: {$text}
event-feedback-answered = {$unit} svarede i »{$round} {$year}«: {$text}
event-consequence-given = {$unit} i »{$round} {$year}«: {$consequence}, fordi {$grounds}
event-consequence-given-on-goal = {$unit} for {$thenoun} {$number} »{$title}« i »{$round} {$year}«: {$consequence}, fordi {$grounds}

## Afvist: runden
refused-round-planned = »{$round} {$year}« er planlagt og kan ikke {$verb}. Den kan flyttes eller åbnes.
refused-round-open = »{$round} {$year}« er åben og kan ikke {$verb}. Fristerne kan flyttes, og runden kan samles, når alle har indberettet.
refused-round-consolidating = »{$round} {$year}« samles og kan ikke {$verb}. Den kan lukkes, eller den kan åbnes igen.
refused-round-closed = »{$round} {$year}« er lukket og kan ikke {$verb}. Den står, som den var. Planlæg en ny runde.
refused-round-not-begun = »{$round} {$year}« er ikke åbnet endnu. Vent, til den er.
refused-round-is-closed = »{$round} {$year}« er lukket og står, som den var. Giv i stedet enheden et svar; det vises ved siden af.
refused-round-not-in-model = Styringsmodellen har ingen runde med navnet {$round}. Vælg en af modellens runder.
refused-round-year = {$year} er ikke et år, der kan følges op på. Vælg et år mellem 1900 og 2199.
refused-round-nothing-to-ask = »{$round} {$year}« ville ikke spørge til noget: intet mål gælder hos de enheder, der har en frist. Få mål vedtaget først, eller giv flere niveauer en frist.
refused-round-unmoved = Datoerne i »{$round} {$year}« er de samme som før. Ret mindst én af dem.
refused-round-cut-off-open = »{$round} {$year}« er åben, og der er spurgt til de mål, der gælder {$on}. Lad den dag stå; fristerne kan flyttes.
refused-round-levels-open = »{$round} {$year}« er åben, og de niveauer, der har en frist, er spurgt. Flyt fristerne, men behold de samme niveauer.
refused-round-without-deadline = Giv mindst ét niveau en frist, ellers bliver ingen spurgt.
refused-round-unknown-level = {$level} findes ikke i styringsmodellen og kan ikke have frist {$on}. Fjern fristen.
refused-round-level-twice = {$level} har fået frist to gange, den ene gang {$on}. Behold én af dem.
refused-round-deadline-before-cut-off = {$level} har frist {$on}, men tallene opgøres først {$cutoff}. Sæt fristen senere.
refused-round-deadlines-out-of-order = {$level} har frist {$on}, før {$lower} har indberettet {$lowerday}. Sæt det laveste niveau først.
refused-round-unanswered = »{$round} {$year}« mangler noget: { $silent ->
        [0] alle mål er indberettet
        [one] {$silent} mål er ikke indberettet og forbliver uden vurdering
       *[other] {$silent} mål er ikke indberettet og forbliver uden vurdering
    }, og { $waiting ->
        [0] ingen indberetninger venter på svar
        [one] {$waiting} indberetning er hverken godkendt eller sendt tilbage
       *[other] {$waiting} indberetninger er hverken godkendt eller sendt tilbage
    }. Sæt kryds, hvis runden skal lukkes alligevel.

## Afvist: indberetningens tilstand
refused-report-missing = Der er ikke indberettet på {$thenoun} {$number} endnu, så indberetningen kan ikke {$verb}. Vent, til den er indsendt.
refused-report-draft = Indberetningen på {$thenoun} {$number} er en kladde og kan ikke {$verb}. Vent, til den er indsendt.
refused-report-submitted = Indberetningen på {$thenoun} {$number} er indsendt og kan ikke {$verb}. Skal den ændres, så bed om at få den sendt tilbage.
refused-report-returned = Indberetningen på {$thenoun} {$number} er sendt tilbage og kan ikke {$verb}. Vent, til den er indsendt igen.
refused-report-accepted = Indberetningen på {$thenoun} {$number} er godkendt og kan ikke {$verb}. Skal den ændres, så bed om at få den sendt tilbage.

refused-report-round-planned = »{$round} {$year}« er ikke åbnet endnu, så indberetningen på {$thenoun} {$number} kan ikke {$verb}. Vent, til runden er åben.
refused-report-round-consolidating = »{$round} {$year}« tager ikke flere indberetninger, så indberetningen på {$thenoun} {$number} kan ikke {$verb}. Bed den, der holder runden, om at åbne den igen.
refused-report-round-closed = »{$round} {$year}« er lukket, så indberetningen på {$thenoun} {$number} kan ikke {$verb}. Tag din tekst med til næste runde.

refused-report-goal-draft = {$thenoun} {$number} gælder ikke, så indberetningen kan ikke {$verb}. Den tæller ikke med i runden.
refused-report-goal-proposed = {$thenoun} {$number} gælder ikke, så indberetningen kan ikke {$verb}. Den tæller ikke med i runden.
refused-report-goal-returned = {$thenoun} {$number} gælder ikke, så indberetningen kan ikke {$verb}. Den tæller ikke med i runden.
refused-report-goal-closed = {$thenoun} {$number} »{$title}« er afsluttet, siden runden blev åbnet, så indberetningen kan ikke {$verb}. Du skal ikke gøre mere; den tæller ikke med i runden.
refused-report-goal-withdrawn = {$thenoun} {$number} »{$title}« er trukket tilbage, siden runden blev åbnet, så indberetningen kan ikke {$verb}. Du skal ikke gøre mere; den tæller ikke med i runden.
refused-report-goal-superseded = {$thenoun} {$number} »{$title}« er afløst, siden runden blev åbnet, så indberetningen kan ikke {$verb}. Du skal ikke gøre mere; den tæller ikke med i runden.

## Afvist: indberetningen mangler noget
refused-report-without-mark = Vælg, hvor langt målet er nået.
refused-report-without-outlook = Vælg, om målet ventes nået til tiden.
refused-report-without-documentation = Vælg, om effekten er dokumenteret ved måling eller faglig vurdering.
refused-report-without-measurement = Skriv mindst ét målt tal, eller vedlæg noget, der viser det. Er effekten ikke målt, så vælg faglig vurdering.
refused-report-without-effect = Skriv, hvilken effekt du vurderer, der er, og hvad du bygger det på.
refused-report-without-fact = Skriv, hvad der er tilfældet.
refused-report-without-cause = Skriv, hvad årsagen er.
refused-report-without-action = Skriv, hvad I gør ved det nu.
refused-report-not-relevant-without-reason = Skriv, hvorfor målet ikke er relevant hos jer.
refused-report-differs-without-reason = Du vurderer målet som {$mark}, men tallene peger på {$suggested}. Skriv hvorfor.
refused-report-return-without-note = Skriv, hvad der skal til, før indberetningen kan godkendes.

## Afvist: dokumentation
refused-evidence-empty = Filen {$file} er tom. Vælg en anden.
refused-evidence-too-large = Filen {$file} fylder for meget. En fil må højst fylde {$most} MB.
refused-evidence-kind = Filen {$file} er af en slags, der ikke kan vedlægges. Vælg PDF, PNG, JPEG, Word, Excel, PowerPoint, OpenDocument, CSV eller tekst.
refused-evidence-is-another = Filnavnet {$file} siger {$said}, men indholdet er {$is}. Giv filen sit rigtige navn, og vedlæg den igen.
refused-evidence-is-not = Filnavnet {$file} siger {$said}, men indholdet er noget andet. Gem filen igen i det program, den er lavet i, og vedlæg den så.
refused-evidence-macros = Filen {$file} indeholder makroer. Gem den uden makroer, og vedlæg den igen.
refused-evidence-link = Skriv hele adressen, som den står i browseren, for eksempel https://www.example.dk/rapport.
refused-evidence-link-with-login = Adressen indeholder et login. Fjern det, der står før @.
refused-evidence-link-too-long = Adressen er for lang. Den må højst være på {$most} tegn.
refused-evidence-too-many = Indberetningen på {$thenoun} {$number} har allerede {$most} stykker dokumentation. Fjern ét, eller saml flere i én fil.

## Afvist: vurderinger, svar og konsekvenser
refused-assessment-without-text = Skriv din vurdering.
refused-judgement-kind = {$thenoun} {$number} vurderes ikke sådan i »{$round} {$year}«. Mål indberettes af den enhed, der ejer dem.
refused-judgement-not-in-force = {$thenoun} {$number} gælder ikke og vurderes ikke i »{$round} {$year}«.
refused-judgement-without-grounds = Skriv, hvad vurderingen bygger på.
refused-feedback-to-oneself = {$unit} kan ikke svare sig selv. Vælg en enhed nedenfor.
refused-feedback-praise-without-text = Skriv, hvad der er godt.
refused-feedback-question-without-text = Skriv spørgsmålet.
refused-feedback-request-without-text = Skriv, hvad du vil have gjort.
refused-feedback-asks-nothing = Der er ikke spurgt om noget, så der er intet at svare på.
refused-feedback-answered = {$unit} har allerede svaret. Svaret står, som det blev givet.
refused-feedback-without-answer = Skriv svaret.
refused-consequence-not-in-model = Styringsmodellen har ingen konsekvens med navnet {$consequence}. Vælg en af modellens konsekvenser.
refused-consequence-without-grounds = Skriv, hvad konsekvensen bygger på.
