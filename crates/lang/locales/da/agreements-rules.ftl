### Aftalernes regler: hvad der skete, hvorfor noget blev afvist, og råd undervejs.
### En aftale i en sætning giver $noun, $nouns, $thenoun og $gender i kommunens egne ord for dens slags, samt $number. Handler
### sætningen om et mål, er de målets, og aftalens nummer er $agreement.

## Tilstande
agreement-state-draft = kladde
agreement-state-hearing = i høring
agreement-state-dialogue = i dialog
agreement-state-submitted = sendt frem
agreement-state-returned = sendt tilbage
agreement-state-approved = godkendt
agreement-state-reported = afrapporteret
agreement-state-closed = afsluttet
agreement-state-withdrawn = trukket tilbage

counter-state-open = venter på svar
counter-state-accepted = godtaget
counter-state-accepted-with-change = godtaget med en ændring
counter-state-declined = afvist
counter-state-taken-back = taget tilbage

## Ord
goal-place-taken-over = Ovenfra
goal-place-shared = Fælles med andre
goal-place-own = Vores eget

side-principal = den overordnede part
side-agent = den part, der svarer

heard-employees = medarbejderne
heard-works-council = MED-udvalget
heard-user-board = brugerbestyrelsen

latitude-fixed = Fast for alle
latitude-free = Frit for jer

renewal-carry = Føres videre
renewal-change = Skrives om
renewal-drop = Udgår

difference-how-added = Ny
difference-how-changed = Ændret
difference-how-moved = Flyttet
difference-how-left = Udgået

## Felter
field-agreement-kind = Aftaletype
field-principal = Overordnet part
field-agents = De, der svarer
field-period = Gælder i årene
field-sections = Afsnit
field-themes = Temaer
field-frame = Økonomisk ramme
field-frame-source = Hvor rammen står
field-reporting = Afrapportering
field-goals = Mål
field-actions = Handlinger
field-goal-place = Kommer fra
field-goal-note = Aftalt om målet

## Det, der kan gøres, som det står efter »kan ikke«
agreement-verb-edit = rettes
agreement-verb-hear = sendes i høring
agreement-verb-give-input = få høringssvar
agreement-verb-open-dialogue = lægges frem til dialog
agreement-verb-negotiate = forhandles
agreement-verb-submit = sendes frem
agreement-verb-sign = underskrives
agreement-verb-return = sendes tilbage
agreement-verb-approve = godkendes
agreement-verb-amend = ændres ved en ny udgave
agreement-verb-drop-amendment = føres tilbage til den udgave, der gælder
agreement-verb-report = afrapporteres
agreement-verb-return-report = få sin afrapportering tilbage
agreement-verb-close = afsluttes
agreement-verb-hand-over = overdrages
agreement-verb-withdraw = trækkes tilbage

## Hvad der skete
event-agreement-drafted = {$thenoun} {$number} mellem {$principal} og {$agents} for {$years} blev oprettet som kladde
event-agreement-renewed = {$thenoun} {$number} mellem {$principal} og {$agents} for {$years} blev oprettet som kladde ud fra {$from}
event-agreement-edited = {$thenoun} {$number} blev rettet
event-agreement-put-to-hearing = {$thenoun} {$number} blev sendt i høring
event-agreement-heard = Høringssvar til {$thenoun} {$number} fra {$group}: {$from}
event-agreement-put-to-dialogue = {$thenoun} {$number} blev lagt frem til dialog
event-agreement-submitted = {$thenoun} {$number} blev sendt frem til godkendelse med seglet {$seal}
event-agreement-signed = {$thenoun} {$number} blev underskrevet for {$unit} på seglet {$seal}
event-agreement-returned = {$thenoun} {$number} blev sendt tilbage: {$note}
event-agreement-approved = {$thenoun} {$number} blev godkendt i udgave {$edition}
event-agreement-approved-by-decision = {$thenoun} {$number} blev godkendt i udgave {$edition} ved beslutning den {$on} i sag {$case}
event-agreement-amending = En ændring af {$thenoun} {$number} blev begyndt: {$reason}
event-agreement-amended = {$thenoun} {$number} blev ændret og godkendt i udgave {$edition}: {$reason}
event-agreement-amended-by-decision = {$thenoun} {$number} blev ændret og godkendt i udgave {$edition} ved beslutning den {$on} i sag {$case}: {$reason}
event-agreement-amendment-dropped = Ændringen af {$thenoun} {$number} blev opgivet; udgave {$edition} gælder fortsat
event-agreement-reported = {$thenoun} {$number} blev afrapporteret
event-agreement-report-returned = Afrapporteringen af {$thenoun} {$number} blev sendt tilbage: {$note}
event-agreement-closed = {$thenoun} {$number} blev afsluttet
event-agreement-closed-with-note = {$thenoun} {$number} blev afsluttet: {$note}
event-agreement-handed-over = {$thenoun} {$number} blev overdraget fra {$from} til {$unit}
event-agreement-withdrawn = {$thenoun} {$number} blev trukket tilbage: {$note}

event-counter-proposed = I {$agreement} foreslog {$side} noget andet for {$thenoun} {$number} »{$title}« ({$field}): {$because}
event-counter-accepted = I {$agreement} blev forslaget fra {$side} om {$thenoun} {$number} »{$title}« ({$field}) godtaget
event-counter-accepted-with-change = I {$agreement} blev forslaget fra {$side} om {$thenoun} {$number} »{$title}« ({$field}) godtaget med en ændring
event-counter-declined = I {$agreement} blev forslaget fra {$side} om {$thenoun} {$number} »{$title}« ({$field}) afvist: {$answer}
event-counter-taken-back = I {$agreement} tog {$side} sit forslag om {$thenoun} {$number} »{$title}« ({$field}) tilbage

## Afvist: tilstanden passer ikke
refused-agreement-draft = {$thenoun} {$number} er en kladde og kan ikke {$verb}. En kladde kan rettes, sendes i høring og lægges frem til dialog.
refused-agreement-hearing = {$thenoun} {$number} er i høring og kan ikke {$verb}. Skriv høringssvarene ind, og læg derefter op til dialog.
refused-agreement-dialogue = {$thenoun} {$number} er i dialog og kan ikke {$verb}. Bliv enige, og send så frem til godkendelse.
refused-agreement-submitted = {$thenoun} {$number} er sendt frem og kan ikke {$verb}. Skal teksten ændres, må den først sendes tilbage.
refused-agreement-returned = {$thenoun} {$number} er sendt tilbage og kan ikke {$verb}. Ret teksten, og send den frem igen.
refused-agreement-approved = {$thenoun} {$number} er godkendt og kan ikke {$verb}. Skal noget ændres, så begynd en ny udgave med en begrundelse.
refused-agreement-reported = {$thenoun} {$number} er afrapporteret og kan ikke {$verb}. Afrapporteringen kan sendes tilbage, eller der kan afsluttes.
refused-agreement-closed = {$thenoun} {$number} er afsluttet og kan ikke {$verb}. Det, der skal fortsætte, aftales for det nye år.
refused-agreement-withdrawn = {$thenoun} {$number} er trukket tilbage og kan ikke {$verb}. Opret en ny kladde, hvis der alligevel skal aftales noget.
refused-agreement-in-force = {$thenoun} {$number} gælder, og det, der gælder, trækkes ikke tilbage. Opgiv ændringen, eller afrapportér og afslut.
refused-agreement-never-in-force = {$thenoun} {$number} har ikke været godkendt, så der er ingen udgave at gå tilbage til. Træk kladden tilbage, hvis den skal opgives.

## Afvist: modellen siger noget andet
refused-agreement-kind = Styringsmodellen har ikke den slags {$noun}. Vælg en af dem, den har.
refused-agreement-kind-gone = Styringsmodellen har ikke længere den slags, som {$number} ({$noun}) er. Afslut, eller opret en ny af en slags, modellen har.
refused-agreement-principal = {$unit} kan ikke være den overordnede part i {$thenoun}. Vælg en enhed på niveauet {$level}.
refused-agreement-agent = {$unit} kan ikke være den, der svarer i {$thenoun}. Vælg en enhed på niveauet {$level}.
refused-agreement-without-agent = {$thenoun} mangler en, der svarer. Vælg mindst én enhed på niveauet {$level}.
refused-agreement-several-agents = I {$thenoun} er der kun én, der svarer. Vælg én enhed, eller lav en aftale med hver.
refused-agreement-party-twice = {$unit} står to gange i {$thenoun}. Fjern enheden det ene sted.
refused-agreement-twice = {$unit} har allerede {$noun} {$other} for {$years} ({$state}). Arbejd videre i den, eller vælg andre år.
refused-agreement-nobody-to-hear = Styringsmodellen lægger ikke op til, at nogen høres om {$thenoun} {$number}. Læg op til dialog med det samme.
refused-agreement-approve-without-decision = {$thenoun} {$number} godkendes politisk på niveauet {$level}. Skriv den beslutning, der er truffet dér.
refused-agreement-decision-level = {$thenoun} {$number} godkendes på niveauet {$level}. Vælg en beslutning, der er truffet dér.
refused-agreement-hand-over-from = {$from} er ikke part i {$thenoun} {$number} og kan ikke afløses af {$unit}. Vælg en, der er.
refused-agreement-hand-over-to-party = {$unit} kan ikke afløse {$from} i {$thenoun} {$number}. Vælg en anden enhed end {$from} selv og den anden part.
refused-agreement-hand-over-level = {$unit} kan ikke afløse {$from} i {$thenoun} {$number}. Vælg en enhed på niveauet {$level}.

## Afvist: noget mangler eller går imod hinanden
refused-agreement-counter-open = { $open ->
        [one] Et forslag
       *[other] {$open} forslag
    } i {$thenoun} {$number} venter på den anden parts svar. Få det besvaret eller taget tilbage først.
refused-agreement-theme-unanswered = Årets tema »{$theme}« er ikke besvaret. Skriv svaret først.
refused-agreement-element-unknown = Et mål eller en handling findes ikke længere. Fjern linjen.
refused-agreement-element-over = {$thenoun} {$number} »{$title}« er {$state}. Tag { $gender ->
        [t] det
       *[n] den
    } ud.
refused-agreement-element-changed = {$thenoun} {$number} »{$title}« er ikke længere som i den tekst, der er sendt frem. Send aftalen tilbage, så den kan sendes frem på ny.
refused-agreement-element-twice = {$thenoun} {$number} »{$title}« står to gange. Fjern det ene sted.
refused-agreement-element-lacks = {$thenoun} {$number} »{$title}« mangler noget: {$field}. Skriv det, før du sender frem.
refused-agreement-not-a-goal = {$thenoun} {$number} »{$title}« er ikke noget, der kan aftales som mål. Fjern linjen.
refused-agreement-not-an-action = {$thenoun} {$number} »{$title}« er ikke en handling. Flyt linjen op til målene.
refused-agreement-section-twice = Overskriften »{$heading}« står to gange. Saml de to afsnit.
refused-agreement-theme-twice = Temaet »{$theme}« står to gange. Saml de to svar.
refused-agreement-return-without-note = Skriv, hvad der skal til, før der kan godkendes.
refused-agreement-withdraw-without-note = Skriv, hvorfor kladden trækkes tilbage.
refused-agreement-amend-without-reason = Skriv, hvorfor det aftalte skal ændres: et vedtaget budget, en ny lov, en ny politik.
refused-agreement-report-empty = Skriv, hvordan det gik med det aftalte.
refused-agreement-return-report-without-note = Skriv, hvad der mangler i afrapporteringen.
refused-agreement-nothing-to-sign = {$thenoun} {$number} har ingen låst tekst at underskrive for {$unit} (segl {$seal}). Send frem først.
refused-agreement-sign-no-party = {$unit} er ikke part i {$thenoun} {$number} og kan ikke underskrive (segl {$seal}). Det kan parterne.
refused-agreement-signed-already = {$unit} har allerede underskrevet {$thenoun} {$number} på seglet {$seal}. Én underskrift er nok.
refused-agreement-renew-state = {$thenoun} {$number} er {$state} og har ikke været godkendt. Kun det, der har været aftalt, kan føres videre.
refused-agreement-renew-period = {$thenoun} {$number} gælder {$years}. Vælg år derefter.
refused-agreement-renew-element = {$thenoun} {$number} »{$title}« kan ikke skrives om: styringsmodellen har ikke længere {$nouns} på niveauet {$level}. Lad linjen udgå.

refused-hearing-group = Styringsmodellen lægger ikke op til, at {$group} høres om {$thenoun} {$number}. Vælg en gruppe, den nævner.
refused-hearing-ahead = Dagen {$on} er ikke kommet endnu. Skriv svaret, når det er givet.
refused-hearing-without-text = Skriv, hvad der blev sagt.

refused-counter-not-in-it = {$thenoun} {$number} »{$title}« står ikke i {$agreement}. Tag målet med først.
refused-counter-adopted = {$thenoun} {$number} »{$title}« er vedtaget på niveauet {$level} og ændres dér, ved en ny udgave. Foreslå ændringen for dem.
refused-counter-in-force = {$thenoun} {$number} »{$title}« gælder allerede og ændres ved en ny udgave af ejeren. Foreslå ændringen for ejeren.
refused-counter-goal-state = {$thenoun} {$number} »{$title}« er {$state} og forhandles ikke mere.
refused-counter-already = Der ligger allerede et ubesvaret forslag om {$thenoun} {$number} »{$title}« ({$field}). Svar på det først.
refused-counter-without-because = Skriv, hvorfor du foreslår det.
refused-counter-empty = Skriv, hvad der skal stå i stedet for {$thenoun} {$number} »{$title}« ({$field}).
refused-counter-same = Det står der allerede i {$thenoun} {$number} »{$title}« ({$field}). Foreslå noget andet.
refused-counter-no-criterion = {$thenoun} {$number} »{$title}« har ikke det succeskriterium. Vælg et af dem, der står.
refused-counter-not-countable = Succeskriteriet i {$thenoun} {$number} »{$title}« har ikke noget tal at forhandle om. Foreslå en anden tekst i stedet.
refused-counter-own-side = Forslaget om {$thenoun} {$number} »{$title}« ({$field}) i {$agreement} kommer fra {$side}, og derfra kan der ikke svares. Vent på den anden part, eller tag forslaget tilbage.
refused-counter-answered = Forslaget om {$thenoun} {$number} »{$title}« er {$state}. Lav et nyt, hvis der er mere at tale om.
refused-counter-overtaken = {$thenoun} {$number} »{$title}« ({$field}) er ændret, siden {$side} foreslog noget andet i {$agreement}. Afvis forslaget, eller få det taget tilbage, og lav et nyt ud fra det, der står nu.
refused-counter-another-field = Ændringen handler om noget andet end forslaget om {$thenoun} {$number} »{$title}« ({$field}) fra {$side} i {$agreement}. Lav et nyt forslag om det.
refused-counter-decline-without-answer = Skriv, hvorfor det ikke kan blive sådan.
refused-counter-take-back-others = Forslaget om {$thenoun} {$number} »{$title}« ({$field}) i {$agreement} kommer fra {$side} og kan kun tages tilbage derfra. Afvis det i stedet.

## Råd
advice-agreement-goals-under = Der er { $count ->
        [0] ingen mål
        [one] ét mål
       *[other] {$count} mål
    } i {$thenoun}; styringsmodellen lægger op til {$least}–{$most}. Der mangler nogle.
advice-agreement-goals-over = Der er { $count ->
        [one] ét mål
       *[other] {$count} mål
    } i {$thenoun}; styringsmodellen lægger op til {$least}–{$most}. Få er bedre end mange: vælg fra, eller saml dem.
advice-agreement-only-own = Alle {$goals} mål er jeres egne. Mindst ét bør svare på det, der er bedt om ovenfra.
advice-agreement-only-taken-over = Alle {$goals} mål kommer ovenfra. Er der noget, I selv vil?
advice-agreement-theme = Årets tema »{$theme}« er ikke besvaret endnu. Det skal det være, før I sender frem.
advice-agreement-section = Der står ikke noget under »{$heading}« endnu. Afsnittet kommer ikke med, hvis det er tomt.
advice-agreement-frame = Den økonomiske ramme mangler. Skriv beløbet, og hvor det står.
advice-agreement-heard = Der er ikke skrevet noget fra {$group} endnu. Høringen skal ligge, før der aftales.
advice-agreement-horizon = {$thenoun} gælder i { $years ->
        [one] {$years} år
       *[other] {$years} år
    }; styringsmodellen lægger op til {$least}–{$most} år.
