# Opfølgningens sider, og hvem der må hvad.

## Hvem der må

denied-keep-round = En runde planlægges, åbnes og lukkes af proceskonsulenten, controlleren eller direktionen.
denied-write-report = Der skrives af dem, der arbejder i enheden, deres ledere, den ansvarlige for målet og proceskonsulenten.
denied-submit-report = Der indberettes af enhedens leder, en leder over den eller den ansvarlige for målet.
denied-judge-report = Indberetninger godkendes og sendes tilbage af en leder over enheden, direktionen eller proceskonsulenten.
denied-assess = Vurderingen skrives af enhedens egen leder eller formand eller af proceskonsulenten.
denied-give-feedback = Enheden får svar fra udvalgets formand eller fra lederen lige over den.
denied-answer-feedback = Enhedens leder svarer, eller den ansvarlige for målet.
denied-give-consequence = Konsekvenser registreres af udvalgets formand, en leder over enheden, direktionen eller proceskonsulenten.

## Rummets forside

rounds-lead = Her svarer vi på, hvordan det går med det, vi har lovet hinanden.
rounds-now = Nu
rounds-now-none = Ingen runde er i gang. Når proceskonsulenten åbner den næste, står den her, og du får besked under det, du skal nu.
rounds-planned = På kalenderen
rounds-planned-none = Ingen runder er planlagt.
rounds-closed = Lukkede runder
rounds-closed-none = Ingen runde er lukket endnu
rounds-closed-none-text = Når en runde lukkes, fryses den og står her, så I kan se udviklingen fra gang til gang.
rounds-about = Tallene er pr. { $cutoff }. Handler om { $covers }.
rounds-about-unplanned = Ikke planlagt. Tallene ville være pr. { $cutoff }.
rounds-covers-goals = mål
rounds-covers-money = økonomi
rounds-due = Frist { $date }
rounds-far = { $submitted } af { $asked } mål er indsendt, { $accepted } er godkendt
rounds-see-mine = Se min side
rounds-report-now = { $count ->
        [one] Følg op på { $count } mål
       *[other] Følg op på { $count } mål
    }
rounds-to-overview = Se overblikket
rounds-summary = Resumé på én side
rounds-to-open = Se og åbn
rounds-plan-do = Planlæg
rounds-compare = Sammenlign to runder
rounds-goals-of = { $count ->
        [one] { $unit }: { $count } mål
       *[other] { $unit }: { $count } mål
    }

## Min side

rounds-mine = Min side
rounds-mine-lead = Skriv, hvordan det går med hvert mål, og send det hele på én gang. Frist { $due }. Tallene er pr. { $cutoff }.
rounds-mine-lead-late = Fristen var { $due }. Skriv, hvordan det går, og send det hele på én gang. Tallene er pr. { $cutoff }.
rounds-mine-lead-no-due = Skriv, hvordan det går med hvert mål, og send det hele på én gang. Tallene er pr. { $cutoff }.
rounds-mine-lead-done = Her er intet mere at skrive. Skal noget ændres, så bed den, der godkender, om at sende det tilbage.
rounds-mode-deviations = Her spørges mest til det, der ikke går som ventet: er målet nået eller ikke til at vurdere endnu, er mærket nok.
rounds-mine-empty = Du har ingen mål at følge op på i denne runde
rounds-mine-empty-text = Her står de mål, din enhed eller din stilling svarer for, når runden er åben. De kommer af sig selv, når målene er vedtaget.
rounds-toc = Målene på siden
rounds-toc-fault = skal rettes
rounds-values = Målte tal
rounds-value = Tallet { $date }
rounds-value-source = Hvor tallet kommer fra
rounds-value-source-hint = For eksempel Trivselsmåling 2019
rounds-value-said = { $criterion }: { $figure }
rounds-value-said-source = { $criterion }: { $figure } ({ $source })
rounds-wanted = Skal nå
rounds-wanted-now = På vej: nu
rounds-last-value = Sidst
rounds-milestones = Milepæle, der er nået
rounds-milestone-on = Sat til { $date }
rounds-goal-due = Skal være nået { $date }
rounds-goal-who = Ansvarlig: { $who }
rounds-goal-due-who = Skal være nået { $date }. Ansvarlig: { $who }
rounds-outlook-hint = Hvor det bærer hen
rounds-outlook-hint-due = Når vi målet { $date }?
rounds-effect-hint = Hvad er blevet anderledes, og hvor ved vi det fra?
rounds-differs-hint = Kun hvis du vurderer noget andet, end tallene peger på.
rounds-suggested = Tallene peger på
rounds-suggested-none = Skriv tallene og gem; så står her, hvad de peger på.
rounds-part-criterion = { $criterion }: { $value } mod { $asked } – { $mark }
rounds-part-milestones = { $of ->
        [one] Milepæle: { $reached } af { $of } nået – { $mark }
       *[other] Milepæle: { $reached } af { $of } nået – { $mark }
    }
rounds-against = Vurderet { $mark }, men tallet { $trend } siden sidst.
rounds-off-course = Når det ikke går som aftalt
rounds-off-course-hint = Det spørger vi om, når målet er delvist nået eller ikke nået. Ellers kan du springe det over.
rounds-last-time = Sidst: { $round }
rounds-last-time-none = Målet er ikke fulgt op før
rounds-evidence = Dokumentation
rounds-evidence-none = Intet er vedlagt.
rounds-evidence-edit = Tilføj eller fjern dokumentation
rounds-submit-one = Indsend kun dette mål
rounds-submit-all = { $count ->
        [one] Indsend { $count } mål
       *[other] Indsend alle { $count } mål
    }
rounds-keep = Gem kladde
rounds-kept = { $count ->
        [one] Kladden til { $count } mål er gemt
       *[other] Kladden til { $count } mål er gemt
    }
rounds-submitted = { $count ->
        [one] { $count } mål er indsendt
       *[other] { $count } mål er indsendt
    }
rounds-word-saved = Gemt kl. %
rounds-word-away = Ikke gemt: vi kan ikke få forbindelse. Vi prøver igen.
rounds-word-refused = Ikke alt er gemt. Tryk på »Gem kladde« for at se hvorfor.
rounds-see-report = Se indberetningen
rounds-returned-by = Sendt tilbage af { $name } den { $at }
rounds-field-of = { $number }, { $field }
rounds-gone-draft = Målet gælder ikke længere. Du skal ikke gøre mere; det tæller ikke med i runden.
rounds-gone-proposed = Målet gælder ikke længere. Du skal ikke gøre mere; det tæller ikke med i runden.
rounds-gone-returned = Målet gælder ikke længere. Du skal ikke gøre mere; det tæller ikke med i runden.
rounds-gone-closed = Målet er afsluttet, siden runden blev åbnet. Du skal ikke gøre mere; det tæller ikke med i runden.
rounds-gone-withdrawn = Målet er trukket tilbage, siden runden blev åbnet. Du skal ikke gøre mere; det tæller ikke med i runden.
rounds-gone-superseded = Målet er afløst, siden runden blev åbnet. Du skal ikke gøre mere; det tæller ikke med i runden.
rounds-over-title = Runden tager ikke flere indberetninger
rounds-over-text = »{ $round }« blev samlet eller lukket, mens du skrev. Intet er gået tabt: alt, hvad du skrev, står herunder, så du kan kopiere det.
rounds-both-title = En anden har gemt imens
rounds-both-text = Nogle af målene i »{ $round }« blev gemt af en anden, mens du skrev. Ved hvert af dem står begge tekster. Gem igen, når felterne siger det, der skal gælde.
rounds-both-goal = Felterne herunder indeholder det, du skrev.
rounds-not-all-title = Noget kunne ikke gemmes her
rounds-not-all-text = Nogle af målene i »{ $round }« kan ikke skrives i mere. Resten er gemt, og det, du skrev om dem, står herunder, så du kan kopiere det.
rounds-copy = Det, du skrev, og som ikke kan gemmes her
rounds-lost = Det, du skrev om { $number }

## Overblikket

rounds-cut-off = Tallene er pr. { $cutoff }.
rounds-cut-off-due = Tallene er pr. { $cutoff }. Frist her: { $due }.
rounds-up = Enhederne ovenover
rounds-do-reschedule = Ret datoerne
rounds-do-open = Åbn runden
rounds-do-consolidate = Saml runden
rounds-do-reopen = Åbn for indberetning igen
rounds-do-close = Luk runden
rounds-empty-planned-title = Runden er ikke åbnet endnu
rounds-empty-planned-text = Når proceskonsulenten åbner den, spørger den til alle mål, der gælder hos { $unit } og nedenunder.
rounds-empty-unit-title = Ingen mål i runden
rounds-empty-unit-text = { $unit } og enhederne nedenunder blev ikke spurgt om noget mål i denne runde. Vælg en anden enhed, eller se de andre runder.
rounds-goals = { $count ->
        [one] { $count } mål her og nedenunder
       *[other] { $count } mål her og nedenunder
    }
rounds-goals-before = { $count ->
        [one] Sidst: { $count } mål
       *[other] Sidst: { $count } mål
    }
rounds-goals-below = { $count ->
        [one] { $count } mål bidrager
       *[other] { $count } mål bidrager
    }
rounds-no-goals-below = Ingen mål i runden bidrager hertil.
rounds-not-relevant = { $count ->
        [one] { $count } mål er ikke relevant her og tæller ikke med.
       *[other] { $count } mål er ikke relevante her og tæller ikke med.
    }
rounds-deviations = Det, der ikke går som aftalt
rounds-deviations-none = Intet er delvist nået, ikke nået eller mangler efter fristen.
rounds-others = { $count ->
        [one] Det sidste mål afviger ikke.
       *[other] De øvrige { $count } mål afviger ikke.
    }
rounds-and-more = { $count ->
        [one] Og { $count } mål mere.
       *[other] Og { $count } mål mere.
    }
rounds-to-judge = { $count ->
        [one] { $count } indberetning venter på dig
       *[other] { $count } indberetninger venter på dig
    }
rounds-accept-this = Godkend »{ $title }«
rounds-accept-chosen = Godkend de valgte
rounds-accept-all = { $count ->
        [one] Godkend den ene
       *[other] Godkend alle { $count }
    }
rounds-accept-hint = Skal noget rettes, så åbn indberetningen og send den tilbage med en bemærkning.
rounds-accept = Godkend
rounds-accepted = { $count ->
        [one] { $count } indberetning er godkendt
       *[other] { $count } indberetninger er godkendt
    }
rounds-accepted-none = Sæt kryds ved dem, du vil godkende
rounds-figures-say = Tallene peger på { $mark }
rounds-units = Enhederne nedenunder
rounds-lamp = Lampe
rounds-submitted-head = Indsendt
rounds-accepted-head = Godkendt
rounds-assessed-head = Egen vurdering
rounds-answered-head = Har fået svar
rounds-yes = Ja
rounds-no = Nej
rounds-of = { $part } af { $whole }
rounds-days-late = { $count ->
        [one] { $count } dag over fristen
       *[other] { $count } dage over fristen
    }
rounds-returned-count = { $count ->
        [one] { $count } sendt tilbage
       *[other] { $count } sendt tilbage
    }
rounds-own = Det, { $unit } selv svarer for
rounds-changed = Ændret siden sidst
rounds-changed-none = Ingen mål har fået en anden vurdering end sidst.
rounds-became = blev til
rounds-against-figures = Vurderet mod tallene
rounds-against-figures-text = Vurderet som nået, mens tallene går den forkerte vej, eller som ikke nået, mens de går den rigtige.
rounds-elements = Det, { $unit } har sat som retning
rounds-not-judged = Ikke vurderet
rounds-judge-do = Giv din egen vurdering
rounds-areas = Politikområderne
rounds-grey = Ikke vurderet
rounds-assessment-of = Vurderingen fra { $unit }
rounds-assessment-none = Der er ikke skrevet en vurdering endnu.
rounds-assess-write = Skriv vurderingen
rounds-assess-edit = Ret vurderingen
rounds-asked = Det beder vi om
rounds-from-below = Det skriver enhederne nedenunder
rounds-feedback-to = Svar til { $unit }
rounds-feedback-from = Svar fra { $unit }
rounds-feedback-none = Ingen har svaret endnu.
rounds-feedback-give = Giv tilbagemelding
rounds-feedback-from-to = { $from } til { $to }
rounds-by-at = { $name }, { $at }
rounds-answered-at = Besvaret { $at }
rounds-answer-waits = Ikke besvaret endnu
rounds-consequences = Konsekvenser
rounds-consequences-none = Ingen er registreret.
rounds-consequence-give = Registrér en konsekvens
rounds-late-here = { $count ->
        [one] { $count } enhed mangler efter fristen
       *[other] { $count } enheder mangler efter fristen
    }
rounds-write-unit = Skriv for { $unit }
rounds-more = Mere om runden

## Resuméet

rounds-summary-of = Sådan går det: { $unit }
rounds-to-whole = Se det hele
rounds-red-none = Intet er vurderet som ikke nået.
rounds-asked-of-you = Det beder de dig om
rounds-asked-none = Ingen beder om noget i denne runde.

## Én indberetning, og dokumentationen

rounds-report = Indberetningen
rounds-to-goal = Se målet
rounds-report-unseen = Intet er indsendt endnu. En kladde ses kun af dem, der arbejder i enheden, og dem over den.
rounds-history-none = Der er ikke sket noget endnu.
rounds-write-do = Skriv indberetningen
rounds-return-do = Send tilbage
rounds-return-title = Send indberetningen tilbage
rounds-return-note = Det skal der til
rounds-return-note-hint = Skriv, hvad der skal ændres, så enheden kan gøre det uden at spørge.
rounds-returned = Indberetningen på { $number } er sendt tilbage
rounds-returned-note = Sendt tilbage
rounds-changed-meanwhile = Nogen har gemt noget andet, mens du skrev. Se, hvad der står nu, og send igen, hvis det stadig passer.
rounds-evidence-add = Læg mere ved
rounds-evidence-title = Hvad det viser
rounds-evidence-title-hint = For eksempel Trivselsmåling for 4. klasse
rounds-evidence-one = Udfyld ét af de tre felter herunder.
rounds-evidence-figure-hint = For eksempel Sygefravær 4,2 % (2018: 5,1 %)
rounds-evidence-nothing = Skriv en adresse eller et tal, eller vælg en fil.
rounds-evidence-attach = Læg ved
rounds-file-hint = PDF, PNG, JPEG, Word, Excel, PowerPoint, OpenDocument, CSV eller tekst, højst { $count } MB
rounds-file-about = { $kind }, { $name }, { $size }
rounds-file-broken-off = Filen kom ikke helt igennem. Prøv igen.
rounds-attached = Dokumentationen er lagt ved
rounds-removed = Dokumentationen er fjernet
rounds-back-to-mine = Tilbage til min side

## Vurdering, svar og konsekvens

rounds-assess-lead = Skriv kort, hvordan { $unit } selv ser på det, der står her og nedenunder.
rounds-assess-text = Vurderingen
rounds-assess-text-hint = Hvad er det vigtigste? Tre til fem sætninger er nok.
rounds-assess-asked-hint = Hvad skal udvalget eller lederen ovenover tage stilling til? Lad det stå tomt, hvis I ikke beder om noget.
rounds-assess-save = Gem vurderingen
rounds-assessed = Vurderingen fra { $unit } er gemt
rounds-judge-title = Din vurdering af »{ $title }«
rounds-judge-lead = Vurderingen er din egen. Den regnes aldrig ud af det, der står nedenunder.
rounds-judge-save = Gem vurderingen
rounds-judged = { $thenoun } { $number } er vurderet
rounds-below = Målene nedenunder
rounds-grounds = Begrundelse
rounds-feedback-lead = Du svarer for { $from }.
rounds-feedback-units = Hvem får svaret?
rounds-feedback-nobody = Vælg mindst én enhed.
rounds-feedback-about = Hvad handler det om?
rounds-feedback-kind = Hvad er det for et svar?
rounds-feedback-text = Dit svar
rounds-feedback-text-hint = Kan kun stå tomt, når du tager det til efterretning.
rounds-feedback-send = Send svaret
rounds-feedback-given = { $count ->
        [one] Svaret er sendt til { $count } enhed
       *[other] Svaret er sendt til { $count } enheder
    }
rounds-about-all = Hele opfølgningen
rounds-consequence = Hvad følger der?
rounds-consequence-about = Hvad bygger det på?
rounds-consequence-for = Konsekvens for { $unit }
rounds-consequence-lead = Konsekvenser kommer fra styringsmodellens liste og har altid en begrundelse.
rounds-consequence-save = Registrér
rounds-consequence-given = Konsekvensen for { $unit } er registreret
rounds-answers = Tilbagemeldinger
rounds-answers-lead = Den, der modtager en opfølgning, svarer på den. Her står svarene, og hvor hurtigt de kom.
rounds-answer = Jeres svar
rounds-answer-do = Svar på det
rounds-answer-send = Send svaret
rounds-answered = Svaret er sendt
rounds-asked-by = { $kind } fra { $from }
rounds-measures = Så godt bliver der svaret
rounds-measure-units = Enheder, der har fået svar
rounds-measure-questions = Spørgsmål, enhederne har besvaret
rounds-measure-none = Ingen endnu
rounds-measure = { $answered } af { $due } ({ $percent } %)
rounds-measure-days = { $answered } af { $due } ({ $percent } %), halvdelen inden for { $days } dage
rounds-unanswered = { $count ->
        [one] { $count } enhed har ikke fået svar
       *[other] { $count } enheder har ikke fået svar
    }

## Rundens liv

rounds-planned-done = »{ $round } { $year }« er planlagt
rounds-dates-lead = Tallene opgøres først; så indberetter det laveste niveau, og siden dem ovenover. Et niveau uden frist bliver ikke spurgt.
rounds-deadline-of = Frist for { $level }
rounds-dates-save = Gem datoerne
rounds-dates-done = Datoerne for »{ $round } { $year }« er gemt
rounds-opened = { $count ->
        [one] »{ $round } { $year }« er åben og spørger til { $count } mål
       *[other] »{ $round } { $year }« er åben og spørger til { $count } mål
    }
rounds-consolidated = »{ $round } { $year }« samles og tager ikke flere indberetninger
rounds-reopened = »{ $round } { $year }« tager igen indberetninger
rounds-close-title = Luk »{ $round }«
rounds-close-lead = Når runden lukkes, fryses den, som den står, og kan ikke åbnes igen. Svar nedad kan stadig gives.
rounds-close-left = Det, der mangler
rounds-close-left-text = { $silent ->
        [0] Alle mål er indberettet
        [one] { $silent } mål er ikke indberettet
       *[other] { $silent } mål er ikke indberettet
    }, og { $waiting ->
        [0] ingen indberetninger venter på svar
        [one] { $waiting } indberetning venter på svar
       *[other] { $waiting } indberetninger venter på svar
    }.
rounds-close-confirm = Luk alligevel
rounds-close-despite = Ja, det, der mangler, må stå tomt
rounds-close-do = Luk og frys runden
rounds-closed-done = »{ $round } { $year }« er lukket og frosset

## På tværs: hvem der mangler, to runder, det frosne

rounds-late = Hvem der mangler
rounds-late-lead = { $count ->
        [one] Dagen efter fristen får den nærmeste leder ovenover besked, og for hver dag derefter den næste.
       *[other] Dagen efter fristen får den nærmeste leder ovenover besked, og efter hver { $count }. dag den næste.
    }
rounds-late-none = Ingen mangler
rounds-late-none-text = Alle, hvis frist er passeret, har indsendt.
rounds-leader = Leder
rounds-missing = Mangler
rounds-missing-of = { $missing } af { $asked } mål
rounds-told = Får besked
rounds-told-since = har fået besked { $date }
rounds-told-on = får besked { $date }
rounds-told-keepers = Den, der holder runden, følger op
rounds-compare-with = Sammenlign med
rounds-compare-none = Der er ingen runde at sammenligne med
rounds-compare-none-text = Når der har været to runder om mål, kan de sammenlignes her.
rounds-goal = Mål
rounds-change = Udvikling
rounds-moved = { $count ->
        [0] Ingen mål står anderledes
        [one] { $count } mål står anderledes
       *[other] { $count } mål står anderledes
    }
rounds-moved-new = Ikke spurgt før
rounds-moved-gone = Ikke spurgt mere
rounds-not-asked = Ikke spurgt
rounds-sealed = Den frosne runde
rounds-sealed-lead = Runden står, som den stod, da den blev lukket. Seglet viser, om noget er ændret siden.
rounds-seal = Rundens segl
rounds-seal-now = Seglet af det, der står nu
rounds-seal-holds = Kontrolleret: seglet passer
rounds-seal-holds-text = Det, der er gemt, er til sidste tegn det, der blev frosset.
rounds-seal-broken = Seglet passer ikke
rounds-seal-broken-text = Det, der er gemt, er ikke det, der blev frosset. Sig det til jeres administrator.
rounds-sealed-download = Hent det frosne som JSON
