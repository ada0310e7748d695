# Målseminarets sider, og hvem der må hvad.

## Hvem der må
denied-keep-seminar = Målseminaret ledes af proceskonsulenten eller direktionen.
denied-give-proposal = Forslag til målseminaret ses og stilles af politikere, ledere, direktionen og proceskonsulenten. Når seminaret er afsluttet, kan alle se det.

## Listen
overview-seminars = Målseminar
seminars-result = Resultat: { $result }
seminars-begin = Begynd et seminar
seminars-begin-text = Når du begynder, kan politikere og ledere stille forslag. Det, det seneste seminar gemte, kommer med fra starten.
seminars-begin-do = Begynd { $name }
seminars-all = Seminarer
seminars-none = Der er ikke holdt et målseminar i Pejl endnu
seminars-none-keeper = Her finder { $council } sine målsætninger. Begynd årets seminar ovenfor, så kan forslag stilles i god tid.
seminars-none-text = Her finder { $council } sine målsætninger. Proceskonsulenten eller direktionen begynder årets seminar, og så kan forslag stilles her.
seminars-concluded-on = Afsluttet { $date }
seminars-held-on = Holdes { $date }
seminars-no-day = Dagen er ikke sat endnu
seminars-far = { $proposals } forslag, { $chosen } valgt
seminars-far-hidden = Forslagene kan ses af alle, når seminaret er afsluttet.
seminars-far-concluded = { $chosen ->
        [0] { $proposals } forslag blev læst. Ingen blev til nye { $nouns }. { $parked } gemt til næste år.
       *[other] { $proposals } forslag blev til { $chosen } { $nouns }: { $policies } gennem politikker, { $goals } som mål med det samme. { $parked } gemt til næste år.
    }

## Seminaret
seminars-lead-collecting = Stil forslag til, hvad der skal styres efter. De samles her, så alle har læst dem, før I mødes.
seminars-lead-prioritising = Vælg det, der skal styres efter, og hvilken vej hvert valg går: gennem en politik, som udvalgene bliver bedt om, eller som et mål med det samme.
seminars-lead-concluded = Seminaret er afsluttet. Her står, hvad der kom ud af det, og hvor det er nået til.
seminars-lead-cancelled = Seminaret blev aflyst. Forslagene kommer med, hvis et nyt begyndes for samme år.
seminars-was-cancelled = Aflyst
seminars-meant = Modellen mener { $least }-{ $most } { $nouns } i alt.
seminars-count-proposals = { $count ->
        [one] forslag er stillet
       *[other] forslag er stillet
    }
seminars-count-undecided = { $count ->
        [one] ikke afgjort
       *[other] ikke afgjort
    }
seminars-count-chosen = { $count ->
        [one] valgt
       *[other] valgt
    }
seminars-count-policy = { $count ->
        [one] gennem en politik
       *[other] gennem politikker
    }
seminars-count-goal = { $count ->
        [one] som mål med det samme
       *[other] som mål med det samme
    }
seminars-count-parked = { $count ->
        [one] gemt til næste år
       *[other] gemt til næste år
    }
seminars-to-conclude = Se, hvad der kommer ud af det
seminars-propose = Stil et forslag
seminars-propose-lead = Skriv målsætningen, som du gerne vil se den vedtaget. Du kan rette forslaget, indtil der prioriteres.
seminars-propose-do = Stil forslaget
seminars-propose-done = Forslaget »{ $title }« er stillet.
seminars-edit-proposal = Ret forslaget
seminars-edit-done = Forslaget »{ $title }« er rettet.
seminars-take-back = Tag tilbage
seminars-take-back-done = Forslaget »{ $title }« er taget tilbage.
seminars-prioritise-do = Begynd at prioritere
seminars-prioritise-done = Nu prioriteres der. Nye forslag skrives ind af den, der leder seminaret.
seminars-opened-done = { $seminar } { $year } er begyndt. Skriv dagen og spørgsmålet, og fortæl dem, der kan stille forslag, at det er åbent.
seminars-changed-meanwhile = En anden har gemt i mellemtiden. Det, du skrev, står her endnu. Se, hvad der står nu, og gem igen på en frisk side, hvis dit skal gælde.

## Rammen
seminars-frame = Ret rammen
seminars-frame-lead = Rammen er det, deltagerne læser, før de kommer.
seminars-frame-done = Rammen er gemt.
seminars-field-held-on = Dag
seminars-field-question = Det skal vi finde ud af
seminars-field-question-hint = Et eller to spørgsmål, som seminaret skal svare på.
seminars-field-risk = Risikoanalyse
seminars-field-risk-hint = Hvad kan stå i vejen: budgettet, befolkningstallet, loven?
seminars-cancel = Aflys seminaret
seminars-cancel-lead = Forslagene går ikke tabt. De kommer med, hvis et nyt seminar begyndes for samme år.
seminars-cancel-do = Aflys seminaret
seminars-cancel-done = { $seminar } { $year } er aflyst.
seminars-facts = Om seminaret
seminars-fact-body = Holdes af
seminars-fact-held = Dag
seminars-fact-concluded = Afsluttet

## Grundlaget
seminars-material = Det, vi ved
seminars-material-goals = { $count ->
        [one] Sådan gik det med { $count } mål
       *[other] Sådan gik det med { $count } mål
    }
seminars-standing = { $nouns }, der gælder nu
seminars-standing-then = { $nouns }, der gjaldt
seminars-standing-text = Det, der gælder, fortsætter, med mindre I siger noget andet.
seminars-standing-do = Justér
seminars-standing-lead = Sig, hvad der skal ske. Ændringen gælder først, når den er besluttet.
seminars-in-force-text = Sådan lyder den nu
seminars-verdict-keep = Fortsætter
seminars-verdict-keep-hint = Den gælder, som den er.
seminars-verdict-reword = Formuleres om
seminars-verdict-reword-hint = Skriv de nye ord nedenfor. De foreslås som en ny udgave.
seminars-verdict-end = Afsluttes
seminars-verdict-end-hint = Den er nået, eller den er ikke længere det, der skal styres efter.
seminars-verdict-keep-done = »{ $title }« fortsætter.
seminars-verdict-reword-done = »{ $title }« skal formuleres om.
seminars-verdict-end-done = »{ $title }« skal afsluttes.
seminars-reworded-to = { $title }: { $text }
seminars-is-decided = Det er besluttet.
seminars-to-decide = Mangler at blive besluttet.
seminars-decide = Registrér beslutningen
seminars-field-verdict = Hvad skal der ske?
seminars-field-new-title = Ny titel
seminars-field-new-title-hint = Kun når den formuleres om.
seminars-field-new-text = Ny beskrivelse
seminars-field-end-hint = Kun når den afsluttes.

## Forslag
seminars-proposals = Forslag
seminars-proposals-none = Ingen har stillet forslag endnu
seminars-proposals-none-text = Forslag stilles af politikere, ledere, direktionen og proceskonsulenten, til der begyndes at prioritere.
seminars-open = Ikke afgjort
seminars-open-none = Alle forslag er afgjort. Se, hvad der kommer ud af det, før du afslutter.
seminars-no-group = Uden gruppe
seminars-chosen = Valgt
seminars-chosen-none = Intet er valgt endnu. Vælg blandt forslagene nedenfor.
seminars-parked = Gemt til næste år
seminars-parked-text = De kommer med fra starten, når det næste seminar begynder.
seminars-gone = Lagt sammen eller fravalgt
seminars-why = Begrundelse
seminars-by = { $position }, { $unit }
seminars-by-for = { $unit }, skrevet ind af { $person }
seminars-kept-from = gemt fra { $year }
seminars-says-too = Siges også af
seminars-merged-into = med »{ $title }«
seminars-lacks-route = Mangler en vej
seminars-choose-route = Vælg vej
seminars-change-route = Skift vej
seminars-weigh-more = Afgør
seminars-move-up = Flyt »{ $title }« op
seminars-move-down = Flyt »{ $title }« ned
seminars-press-chosen = Vælg
seminars-press-parked = Gem til næste år
seminars-closed-unit = En enhed, der er lukket
seminars-field-kind = Hvad foreslår du?
seminars-field-title-hint = Kort og som et resultat: »Flere unge i uddannelse«.
seminars-field-text-hint = Hvad skal være anderledes, og for hvem?
seminars-field-why-hint = Hvad ved vi, som gør det vigtigt nu?
seminars-field-group-hint = Forslag med samme gruppe står sammen, for eksempel »Vækst«.
seminars-field-unit = Forslaget kommer fra
seminars-field-outcome = Hvad bliver der af forslaget?
seminars-outcome-open = Ikke afgjort
seminars-outcome-open-hint = Det skal tages op igen.
seminars-outcome-chosen = Valgt
seminars-outcome-chosen-hint = Det bliver til en målsætning eller en værdimarkør.
seminars-outcome-parked = Gemt til næste år
seminars-outcome-parked-hint = Det kommer med til det næste seminar.
seminars-outcome-merged = Lagt sammen
seminars-outcome-merged-hint = Et andet forslag siger det samme. Begge huskes.
seminars-outcome-declined = Fravalgt
seminars-outcome-declined-hint = Skriv hvorfor. Den, der foreslog det, kan læse det.
seminars-outcome-withdrawn = Taget tilbage
seminars-outcome-open-done = »{ $title }« skal afgøres igen.
seminars-outcome-chosen-done = »{ $title }« er valgt.
seminars-outcome-parked-done = »{ $title }« er gemt til næste år.
seminars-outcome-merged-done = »{ $title }« er lagt sammen med et andet forslag.
seminars-outcome-declined-done = »{ $title }« er fravalgt.
seminars-field-into = Lægges sammen med
seminars-field-into-hint = Kun når forslaget lægges sammen med et andet.
seminars-field-because = Hvorfor?
seminars-field-because-hint = Kun når forslaget fravælges.

## Vejen
seminars-route-lead = Vælg, hvordan målsætningen skal blive til noget.
seminars-field-route = Vej
seminars-route-policy = A: gennem en politik
seminars-route-policy-hint = Et udvalg, eller flere med ét i spidsen, bliver bedt om en politik med konkrete mål.
seminars-route-policy-none = ingen politik er bestilt endnu
seminars-route-policy-done = »{ $title }« går gennem en politik. Sig, hvem der bliver bedt om den.
seminars-route-goal = B: som mål med det samme
seminars-route-goal-hint = Målet gælder for sig selv, til en senere politik tager det ind.
seminars-route-goal-more = »{ $title }«, som { $unit } skriver
seminars-route-goal-done = »{ $title }« bliver til et mål med det samme.
seminars-field-goal-title = Målet
seminars-field-goal-title-hint = Kun ved vej B. Så konkret, at man kan se, om det er nået.
seminars-field-goal-text = Hvad målet skal sige
seminars-field-goal-unit = Hvem skriver målet?
seminars-field-goal-unit-hint = Enheden får det som kladde og ejer det.

## Bestillinger
seminars-commissions = Politikker, der bestilles
seminars-commissions-none = Ingen politik er bestilt endnu. Vælg vej A for en målsætning, eller bestil en politik her.
seminars-commission-new = Bestil en politik
seminars-commission-edit = Ret bestillingen
seminars-commission-lead = Når seminaret afsluttes, ligger politikken som kladde hos det udvalg, der leder arbejdet.
seminars-commission-do = Bestil politikken
seminars-commission-done = »{ $title }« er bestilt.
seminars-commission-changed = Bestillingen af »{ $title }« er rettet.
seminars-commission-dropped = »{ $title }« bestilles ikke længere.
seminars-field-policy-title = Hvad skal politikken hedde?
seminars-field-policy-title-hint = For eksempel »Sundhedspolitik«.
seminars-field-task = Hvad skal den svare på?
seminars-field-task-hint = Det, udvalget får at vide, når det går i gang.
seminars-field-serves = Valgte målsætninger, den skal omsætte
seminars-field-serves-hint = Dem, der ikke har en vej endnu, får vej A.
seminars-field-objectives = Målsætninger, der gælder, som den skal omsætte
seminars-field-takes-in = Mål, den skal tage ind
seminars-field-takes-in-hint = Mål fra tidligere års vej B, som venter på en politik.
seminars-waits-since = Har ventet siden { $year }
seminars-field-lead = Hvem leder arbejdet?
seminars-field-lead-hint = Er flere med, har ét af dem ansvaret.
seminars-field-others = Hvem er med?
seminars-field-way = Hvordan forholder den sig til det, der er?
seminars-way-new = Den er ny.
seminars-way-replaces = Den afløser en politik
seminars-way-renews = Den fornyer en politik
seminars-way-continues = Den viderefører en politik
seminars-replaces = Den afløser »{ $title }«.
seminars-renews = Den fornyer »{ $title }«.
seminars-continues = Den viderefører »{ $title }«.
seminars-field-existing = Politikken, der er
seminars-field-existing-hint = Står den ikke på listen, så skriv nedenfor, hvad den hedder.
seminars-existing-elsewhere = Står ikke i Pejl
seminars-field-existing-name = Hvad den hedder
seminars-led-by = { $unit } leder arbejdet.
seminars-with = { $units } er med.
seminars-for = Skal omsætte: { $titles }
seminars-takes-in = Tager ind:

## Afslutningen
seminars-conclude = Det kommer der ud af det
seminars-conclude-lead = Når du afslutter, sker alt det her på én gang. Målsætningerne foreslås, og { $council } beslutter dem bagefter.
seminars-conclude-objectives = { $count ->
        [0] Ingen nye målsætninger
        [one] { $count } ny målsætning
       *[other] { $count } nye målsætninger
    }
seminars-conclude-commissions = { $count ->
        [one] { $count } politik bestilles
       *[other] { $count } politikker bestilles
    }
seminars-conclude-markers = { $count ->
        [one] { $count } værdimarkør
       *[other] { $count } værdimarkører
    }
seminars-conclude-parked = { $count ->
        [0] Intet gemmes til næste år
        [one] { $count } forslag gemmes til næste år
       *[other] { $count } forslag gemmes til næste år
    }
seminars-conclude-rest = { $count ->
        [one] { $count } forslag er lagt sammen med andre eller fravalgt. Det kan stadig læses.
       *[other] { $count } forslag er lagt sammen med andre eller fravalgt. De kan stadig læses.
    }
seminars-conclude-changed = En anden har ændret noget, siden du så siden. Se efter, om det stadig er det, der skal komme ud af det, og afslut så.
seminars-conclude-once = Et afsluttet seminar åbnes ikke igen. Det næste år justerer.
seminars-conclude-do = Afslut seminaret
seminars-conclude-done = { $seminar } { $year } er afsluttet.
seminars-despite = Afslut alligevel med det antal
seminars-despite-hint = Sæt kun kryds, hvis antallet er besluttet med åbne øjne.
seminars-becomes-proposed = Foreslås for { $level }
seminars-becomes-in-force = Gælder med det samme
seminars-becomes-draft = Bliver kladde: modellen beder også om { $fields }
seminars-way-policy = A: omsættes i { $policies }
seminars-way-goal = B: bliver til målet »{ $title }«, som { $unit } får som kladde
seminars-came-of-it = { $nouns }, der kom ud af det
seminars-came-from = Foreslået af { $by }
seminars-waits-for-decision = Venter på beslutning
seminars-waits-for-pen = Skrives færdig
seminars-changed = Ændret siden sidst
seminars-changed-new = Nye
seminars-changed-reword = Formuleres om
seminars-changed-end = Afsluttes
seminars-changed-keep = Fortsætter
seminars-changed-note = Det, der formuleres om eller afsluttes, ændres først, når beslutningen er registreret.

## Herkomst på et elements side
chain-origins = Hvor den kommer fra
chain-origin-proposed = Foreslået som »{ $title }« til
chain-origin-goal = Vej B for forslaget »{ $title }« på
chain-origin-served = Bestilt på grund af forslaget »{ $title }« på
chain-origin-merged = Sagt også i forslaget »{ $title }« til
chain-origin-commissioned = Bestilt på
chain-origin-taken-in = Skal tages ind i »{ $title }«, bestilt på
chain-origin-kept = Fortsatte uændret på
chain-origin-reworded = Skal formuleres om efter
chain-origin-ended = Skal afsluttes efter
chain-origin-by = Fra { $unit }
