### Kæden: fra byrådets mål til den enkelte handling.
# Et element i en sætning giver $noun, $nouns, $thenoun og $gender (t for et-ord) i kommunens egne ord, samt $number og $title.

## Elementets side
chain-line-title = Plads i kæden
chain-lines-more = Se resten af linjen på kortet
chain-facts = Kort fortalt
chain-beside = Følger
chain-advice = God at vide
chain-more-steps = Mere, du kan gøre
chain-no-text = Der er ikke skrevet mere endnu.
chain-see-map = Se på kortet
chain-open-actions = Åbne handlinger
chain-actions-more = { $count ->
    [one] Og { $count } handling mere.
   *[other] Og { $count } handlinger mere.
}
chain-pointing = { $count ->
    [one] { $count } følger den
   *[other] { $count } følger den
}
chain-branch-title = Det, der bidrager til { $thenoun }
chain-branch-empty = Intet nedenunder bidrager til { $thenoun } endnu.
chain-branch-rest = { $count ->
    [one] Der er { $count } mere. Se den på kortet
   *[other] Der er { $count } mere. Se dem på kortet
}
chain-count-below = { $word }, heraf { $adopted } vedtaget
chain-also-under = også under { $numbers }
chain-due-short = frist { $date }
chain-decided-on = { $date }, sag { $case }
chain-position = { $title }, { $unit }
chain-position-choice = { $title }, { $unit }: { $holder }
chain-position-elsewhere = En anden stilling
chain-mention-meta = { $noun } { $number }, { $owner }
chain-quality = { $met } af { $asked } kendetegn på et godt mål er på plads.
chain-expected-effect = Forventet { $noun }
chain-criterion-text = Kriterium
chain-criterion-wanted = Mål
chain-figure = { $figure } { $unit }
chain-figure-on = { $figure } ({ $date })
chain-wanted = { $comparator } { $figure }
chain-criterion-said = { $text } ({ $marks })
chain-milestone-said = { $date }: { $text }

chain-stances = Hvem arbejder med det
chain-coverage = Lagt frem for { $asked ->
    [one] { $asked } enhed
   *[other] { $asked } enheder
}: { $takenup } arbejder med det, { $declined } siger, at det ikke er relevant, og { $unanswered } har ikke svaret.
chain-answer = Svar

chain-by-operator = driften
chain-history-by = { $when }, { $who }
chain-history-stand-in = { $when }, { $who } for { $other }
chain-history-changed = Ændret: { $fields }
chain-history-earlier = { $count ->
    [one] Vis { $count } tidligere hændelse
   *[other] Vis { $count } tidligere hændelser
}

chain-notice-returned = Sendt tilbage
chain-notice-withdrawn = Trukket tilbage
chain-notice-closed = Afsluttet: { $outcome }
chain-notice-superseded = Afløst
chain-notice-orphan = { $thenoun } hører ikke under noget endnu
chain-notice-no-spec = Styringsmodellen bruger ikke længere dette på ejerens niveau. Det kan afsluttes, trækkes tilbage eller overdrages.

## Næste skridt
chain-do-edit = Ret
chain-do-propose = Foreslå { $thenoun }
chain-do-put-in-force = Sæt { $thenoun } i gang
chain-do-return = Send tilbage
chain-do-adopt = Vedtag { $thenoun }
chain-do-revise = Lav ny udgave
chain-do-track = Skriv status
chain-do-harvest = Skriv gevinsten
chain-do-withdraw = Træk tilbage
chain-do-supersede = Lad noget andet afløse
chain-do-close = Afslut
chain-do-tie = Knyt til andet i kæden
chain-do-ask = Læg frem for enheder
chain-do-answer = Svar for din enhed
chain-do-draft-under = Tilføj nedenunder

## Ny
chain-new-title = Hvad vil du oprette?
chain-new-lead = Det er det, styringsmodellen bruger, og som du kan oprette.
chain-new-nothing = Her er ikke noget, du kan oprette. Spørg den, der leder enheden, eller jeres proceskonsulent.
chain-new-nothing-under = Styringsmodellen har ikke noget, du kan oprette nedenunder.
chain-new-unit-title = Hvem skal eje { $thenoun }?
chain-new-unit-lead = Vælg den enhed, { $thenoun } hører til.
chain-new-form-title = { $gender ->
    [t] Nyt { $noun }
   *[n] Ny { $noun }
}
chain-new-owner = Ejes af { $unit }. Det begynder som en kladde.
chain-save-draft = Gem som kladde
chain-save-and-propose = Gem og foreslå
chain-edit-title = Ret { $thenoun }
chain-revise-title = Ny udgave af { $thenoun }
chain-revise-lead = Den udgave, der gælder nu, bliver stående i historikken.
chain-revise-do = Lad den nye udgave gælde
chain-revise-reason-hint = Hvorfor skal det, der gælder, ændres?
chain-not-ready-to-propose = { $thenoun } er ikke foreslået. Ret det, der står herunder, og prøv igen.
chain-not-ready-to-start = { $thenoun } er ikke sat i gang. Ret det, der står herunder, og prøv igen.

chain-part-what = Hvad og hvorfor
chain-part-ties = Plads i kæden
chain-part-met = Hvornår er det nået
chain-part-when = Hvornår og hvem
chain-part-sort = Hvilken slags
chain-part-grounds = Hvorfor og hvem har besluttet det

chain-hint-advised = { $hint } Anbefales i jeres styringsmodel.
chain-hint-title = En kort sætning, som alle forstår.
chain-hint-text = Hvad går det ud på? Et par sætninger er nok.
chain-hint-vision = Hvordan ser det ud, når det er lykkedes?
chain-hint-motivation = Hvorfor er det vigtigt nu?
chain-hint-expected-effect = Hvad bliver anderledes, og for hvem?
chain-hint-target-group = Hvem er det for?
chain-hint-orientation = Skal noget forandres, eller skal det, I gør i dag, holdes?
chain-hint-measure = Ser I på det, borgerne får ud af det, eller på det, I leverer, gør eller bruger?
chain-hint-scope = Gælder det ét område, flere sammen eller kun enheden selv?
chain-hint-criteria = Hvad ser I på for at afgøre, om det er nået? Et tal gør det lettere at følge.
chain-hint-direction = Hvilken vej skal tallene gå?
chain-hint-milestones = Hvad skal være nået undervejs?
chain-hint-responsible = Den stilling, der svarer for det, også når personen skifter.
chain-hint-documentation = Kan det måles, eller skal nogen vurdere det fagligt?
chain-hint-follow-up = Hvordan og hvornår ser I på, hvordan det går?
chain-hint-policy-area = Det politikområde eller den bevilling, der betaler.
chain-hint-value-markers = Den måde, I vil arbejde på.
chain-hint-sources = Den plan, lov eller aftale, det bygger på.
chain-hint-tags = Med komma imellem, for eksempel sundhed, børn.
chain-hint-who = Hvem gør det? Enheden står allerede som ejer.
chain-hint-benefit-promised = Hvad skal det give?
chain-hint-horizon = For eksempel 2026 eller 2026-2029
chain-hint-horizon-meant = For eksempel 2026-2029. Styringsmodellen lægger op til { $least }–{ $most } år.
chain-fault-horizon = Skriv et årstal eller to med streg imellem, for eksempel 2026-2029.
chain-criterion-no = { $noun } { $no }
chain-comparator-none = Uden tal
chain-more-targets = Flere delmål
chain-more-rows = Flere rækker
chain-under-hint = Hvad bidrager { $thenoun } til?
chain-under-search = Søg på ord eller nummer
chain-under-none = Der er ikke noget at vælge. Prøv et andet ord.

chain-drafted = { $thenoun } { $number } er oprettet som kladde.
chain-saved = { $thenoun } { $number } er gemt.
chain-revised = { $thenoun } { $number } er kommet i en ny udgave.
chain-proposed = { $thenoun } { $number } er foreslået.
chain-put-in-force = { $thenoun } { $number } er sat i gang.
chain-changed-meanwhile = { $thenoun } er rettet, siden du åbnede siden. Se på teksten, der står nu, og send igen.

## Beslutning
chain-choose-body = Vælg
chain-decision-body = Hvem besluttede
chain-decision-on = Mødets dato
chain-decision-case = Sagsnummer
chain-decision-case-hint = Nummeret i jeres sagssystem.
chain-decision-text = Ordlyd af { $thenoun }
chain-decision-text-hint = Hvad blev besluttet, og på hvilket punkt?

## Gøremål
chain-return-title = Send { $thenoun } tilbage
chain-return-lead = Den, der skrev, kan rette og foreslå igen. Din bemærkning følger med.
chain-return-note-hint = Hvad skal der til, før det kan vedtages?
chain-return-do = Send tilbage
chain-return-done = { $thenoun } { $number } er sendt tilbage.

chain-adopt-title = Vedtag { $thenoun }
chain-adopt-lead = Skriv, hvem der har vedtaget { $thenoun }, hvornår og i hvilken sag. Teksten fastholdes som første udgave.
chain-adopt-do = Registrér vedtagelsen
chain-adopt-done = { $thenoun } { $number } er vedtaget.

chain-progress-title = Status på { $thenoun }
chain-progress-lead = Det, der er aftalt, bliver stående; kun status ændres.
chain-progress-do = Gem status
chain-progress-done = Status på { $number } er gemt.
chain-dropped-hint = Skriv det, hvis handlingen opgives.

chain-harvest-title = Høstet gevinst
chain-harvest-lead = Skriv, hvad { $thenoun } har givet.
chain-harvest-hint = Hvad kom der ud af det?
chain-harvest-promised = Lovet var: { $promised }
chain-harvest-do = Gem gevinsten
chain-harvest-done = Gevinsten af { $number } er gemt.

chain-withdraw-title = Træk { $thenoun } tilbage
chain-withdraw-lead = { $thenoun } gælder ikke længere, men bliver stående i historikken. Det kan ikke fortrydes.
chain-withdraw-note-hint = Hvorfor trækkes det tilbage?
chain-withdraw-do = Træk { $thenoun } tilbage
chain-withdraw-done = { $thenoun } { $number } er trukket tilbage.

chain-close-title = Afslut { $thenoun }
chain-close-lead = Skriv, hvordan det gik. Beslutningen er kun nødvendig, hvis nogen har truffet en.
chain-close-note-hint = Hvad nåede I, og hvad nåede I ikke? Skal udfyldes, hvis det ikke blev helt opfyldt.
chain-close-do = Afslut { $thenoun }
chain-close-done = { $thenoun } { $number } er afsluttet.

chain-supersede-title = Hvad afløser { $thenoun }?
chain-supersede-lead = Vælg det, der gælder i stedet. { $thenoun } bliver stående i historikken med en henvisning.
chain-supersede-none = Her er ikke noget gældende, der kan træde i stedet. Få det nye vedtaget først.
chain-supersede-do = Lad det afløse { $thenoun }
chain-supersede-done = { $thenoun } { $number } er afløst.

chain-tie-title = Knyt { $thenoun } til andet i kæden
chain-tie-lead = Vælg det, { $thenoun } bidrager til, og det, der skal følges undervejs.
chain-tie-standing = Knyttet til nu
chain-tie-none = Der er ikke mere at knytte til.
chain-tie-none-found = Der er ikke noget, der passer. Prøv et andet ord eller et nummer.
chain-tie-nothing-chosen = Vælg mindst én at knytte til.
chain-tie-do = Knyt til det valgte
chain-tied = { $thenoun } { $number } har fået sin nye plads i kæden.
chain-untied = { $number } er ikke længere knyttet til { $other }.

chain-ask-title = Læg { $thenoun } frem for enheder
chain-ask-lead = Enhederne svarer, om de arbejder med { $thenoun }, eller hvorfor det ikke er relevant hos dem. Så kan alle se, hvor langt det når ud.
chain-ask-units = Enheder
chain-ask-none = Alle enheder her er allerede spurgt. Vælg et andet niveau.
chain-ask-more = { $count ->
    [one] Kun den første enhed er vist. Vælg en type for at se resten.
   *[other] Kun de første { $count } enheder er vist. Vælg en type for at se resten.
}
chain-ask-nobody = Vælg mindst én enhed.
chain-ask-do = Læg frem for de valgte
chain-asked = { $thenoun } { $number } er lagt frem for { $count ->
    [one] { $count } enhed
   *[other] { $count } enheder
}.
chain-asked-again = { $unit } er spurgt igen.
chain-answer-title = Svar for { $unit }
chain-answer-lead = { $thenoun } er lagt frem for jer. I kan altid ændre svaret.
chain-answer-legend = Jeres svar
chain-answer-taken-up = Vi arbejder med det
chain-answer-declined = Det er ikke relevant hos os
chain-answer-reason-hint = Skriv hvorfor, hvis det ikke er relevant.
chain-answer-do = Send svaret
chain-taken-up = { $unit } arbejder med { $number }.
chain-declined = { $unit } har svaret, at { $number } ikke er relevant.

chain-choose-unit = Vælg enhed
chain-unit-choice = { $unit } ({ $level })
chain-hand-over-title = Overdrag det, { $unit } ejer
chain-hand-over-lead = Alt, { $unit } ejer i kæden, og de aftaler, enheden er med i, går over til en anden enhed. Det, der er slut, bliver. Historikken følger med.
chain-hand-over-to = Ny ejer
chain-hand-over-do = Overdrag det hele
chain-handed-over = { $count ->
    [0] Der var ikke noget at overdrage.
    [one] { $unit } ejer nu { $count } mere.
   *[other] { $unit } ejer nu { $count } mere.
}

## Udgaver
chain-editions-count = { $count ->
    [one] { $count } udgave
   *[other] { $count } udgaver
}
chain-editions-title = Udgaver af { $thenoun }
chain-editions-lead = Hver vedtagelse fastholdes som en udgave. Den nyeste står øverst.
chain-edition-title = Udgave { $edition }, { $when }
chain-edition-decided = { $body }, { $date }, sag { $case }
chain-edition-first = Den første udgave.
chain-edition-now = Se den udgave, der gælder
chain-edition-before = Før
chain-edition-after = Nu

## Hvem der må
denied-draft-element = Det oprettes og rettes af dem, der arbejder i enheden, deres ledere og proceskonsulenten.
denied-propose-element = Det foreslås af enhedens leder, en leder over den eller proceskonsulenten.
denied-return-element = Det sendes tilbage af den, der taler for det organ, der vedtager, en leder over ejeren eller proceskonsulenten.
denied-adopt-element = Det besluttes af det organ, der vedtager, og registreres af dets formand eller leder eller af proceskonsulenten.
denied-withdraw-element = Det trækkes tilbage af enhedens leder, en leder over den eller proceskonsulenten.
denied-run-element = Det styres af enhedens leder, en leder over den eller proceskonsulenten.
denied-tie-element = Det knyttes af enhedens leder, en leder over den eller proceskonsulenten.
denied-ask-stance = Det lægges frem af ejerens leder, en leder over den eller proceskonsulenten.
denied-answer-stance = Enhedens leder svarer, eller en leder over den.
denied-hand-over-element = Det overdrages af en leder over enheden, direktionen, proceskonsulenten eller en administrator.

## Opfølgning og aftaler på et elements side
chain-followed = Sådan går det
chain-followed-goals = { $count ->
    [one] Ét mål herunder
   *[other] { $count } mål herunder
}
chain-followed-agreements = Står i aftalerne
agreement-line = { $kind } { $years }: { $agents }
