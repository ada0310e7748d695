# Kædens regler: hvad der skete, hvorfor noget blev afvist, og råd undervejs.
# Et element i en sætning giver $noun, $nouns, $thenoun og $gender (t for et-ord) i kommunens egne ord, samt $number og $title.

## Tilstande
state-draft = kladde
state-proposed = foreslået
state-returned = sendt tilbage
state-adopted = vedtaget
in-force-without-decision = i kraft
state-closed = afsluttet
state-withdrawn = trukket tilbage
state-superseded = afløst

outcome-met = opfyldt
outcome-partly = delvist opfyldt
outcome-not-met = ikke opfyldt

progress-planned = planlagt
progress-running = i gang
progress-done = udført
progress-dropped = opgivet

## Valg i felterne
orientation-development = Udvikling
orientation-operations = Drift

measure-effect = Effekt for borgerne
measure-output = Det, der leveres
measure-activity = Det, der gøres
measure-input = Det, der bruges

scope-specific = For ét område
scope-cross-cutting = Tværgående
scope-own = Enhedens eget

direction-up = Højere er bedre
direction-down = Lavere er bedre
direction-hold = Niveauet skal holdes

documentation-measurement = Måling
documentation-assessment = Faglig vurdering

comparator-at-least = Mindst
comparator-at-most = Højst
comparator-hold = Netop

answer-asked = Ikke svaret endnu
answer-taken-up = Arbejder med det
answer-declined = Ikke relevant her

stance-verb-ask-again = Spørg igen

## Felter
field-title = Titel
field-text = Beskrivelse
field-horizon = Løber i årene
field-tags = Emneord
field-owner = Ejer
field-under = Hører under
field-vision = Vision
field-motivation = Begrundelse
field-expected-effect = Forventet effekt
field-target-group = Målgruppe
field-orientation = Udvikling eller drift
field-measure = Hvad der måles
field-scope = Hvis mål det er
field-criteria = Succeskriterier
field-criterion = Succeskriterium
field-indicator = Indikator
field-comparator = Sammenligning
field-value = Værdi
field-unit = Enhed for tallet
field-baseline = Udgangspunkt
field-baseline-on = Dato for udgangspunktet
field-targets = Delmål i tal
field-target-on = Dato for delmålet
field-target-value = Delmålets værdi
field-direction = Retning
field-start = Starter
field-due = Frist
field-milestones = Milepæle
field-milestone = Milepæl
field-milestone-on = Dato for milepælen
field-responsible = Ansvarlig stilling
field-documentation = Sådan dokumenteres effekten
field-follow-up = Opfølgning
field-policy-area = Politikområde
field-value-markers = Værdimarkører
field-sources = Kilder
field-progress = Status
field-from = Fra
field-to = Til
field-who = Hvem
field-dropped-because = Opgivet, fordi
field-cost = Pris
field-benefit-promised = Lovet gevinst
field-benefit-harvested = Høstet gevinst
field-note = Bemærkning
field-reason = Begrundelse
field-decision = Beslutning
field-outcome = Udfald
field-by = Afløses af

## Det, der kan gøres, som det står efter »kan ikke«
verb-edit = rettes
verb-propose = foreslås
verb-return = sendes tilbage
verb-adopt = vedtages
verb-put-in-force = sættes i gang
verb-revise = ændres ved en ny udgave
verb-track = få ny status
verb-hand-over = overdrages
verb-withdraw = trækkes tilbage
verb-supersede = afløses
verb-close = afsluttes

## Hvad der skete
event-element-drafted = {$thenoun} {$number} »{$title}« blev oprettet som kladde
event-element-edited = {$thenoun} {$number} »{$title}« blev rettet
event-element-proposed = {$thenoun} {$number} »{$title}« blev foreslået
event-element-returned = {$thenoun} {$number} »{$title}« blev sendt tilbage: {$note}
event-element-adopted = {$thenoun} {$number} »{$title}« blev vedtaget den {$on} i sag {$case}
event-element-put-in-force = {$thenoun} {$number} »{$title}« blev sat i gang
event-element-revised = {$thenoun} {$number} »{$title}« kom i udgave {$edition}: {$reason}
event-element-revised-by-decision = {$thenoun} {$number} »{$title}« kom i udgave {$edition} ved beslutning den {$on} i sag {$case}: {$reason}
event-element-progress = {$thenoun} {$number} »{$title}« er nu {$progress}
event-element-dropped = {$thenoun} {$number} »{$title}« blev opgivet: {$reason}
event-element-harvested = Gevinsten af {$thenoun} {$number} »{$title}« blev skrevet
event-element-handed-over = {$thenoun} {$number} »{$title}« blev overdraget til {$unit}
event-element-withdrawn = {$thenoun} {$number} »{$title}« blev trukket tilbage: {$note}
event-element-superseded = {$thenoun} {$number} »{$title}« blev afløst af {$bynumber} »{$bytitle}«
event-element-closed = {$thenoun} {$number} »{$title}« blev afsluttet som {$outcome}
event-element-closed-by-decision = {$thenoun} {$number} »{$title}« blev afsluttet som {$outcome} ved beslutning den {$on} i sag {$case}

event-tie-made = {$thenoun} {$number} »{$title}« blev knyttet til {$parentnumber} »{$parenttitle}«
event-tie-cut = {$thenoun} {$number} »{$title}« er ikke længere knyttet til {$parentnumber} »{$parenttitle}«
event-tie-marked = {$thenoun} {$number} »{$title}« følger nu {$parentnumber} »{$parenttitle}«
event-tie-unmarked = {$thenoun} {$number} »{$title}« følger ikke længere {$parentnumber} »{$parenttitle}«

event-stance-asked = {$unit} blev bedt om at svare på {$thenoun} {$number} »{$title}«
event-stance-asked-again = {$unit} blev igen bedt om at svare på {$thenoun} {$number} »{$title}«
event-stance-taken-up = {$unit} arbejder med {$thenoun} {$number} »{$title}«
event-stance-declined = {$unit} svarede, at {$thenoun} {$number} »{$title}« ikke er relevant der: {$reason}

event-decision-recorded = {$body} traf beslutning den {$on} i sag {$case}

## Afvist: tilstanden passer ikke
refused-element-draft = {$thenoun} {$number} er en kladde og kan ikke {$verb}. En kladde kan rettes, foreslås, overdrages eller trækkes tilbage; skal ingen vedtage den, kan den sættes i gang.
refused-element-proposed = {$thenoun} {$number} er foreslået og kan ikke {$verb}. Det foreslåede kan vedtages, sendes tilbage, overdrages eller trækkes tilbage. Skal teksten ændres, så send { $gender ->
        [t] det
       *[n] den
    } tilbage først.
refused-element-returned = {$thenoun} {$number} er sendt tilbage og kan ikke {$verb}. Ret { $gender ->
        [t] det
       *[n] den
    }, og foreslå { $gender ->
        [t] det
       *[n] den
    } igen.
refused-element-adopted = {$thenoun} {$number} gælder og kan ikke {$verb}. Lav en ny udgave, hvis teksten skal ændres; ellers kan { $gender ->
        [t] det
       *[n] den
    } overdrages, afløses, afsluttes eller trækkes tilbage.
refused-element-closed = {$thenoun} {$number} er afsluttet og kan ikke {$verb}. Opret { $gender ->
        [t] et nyt
       *[n] en ny
    }, hvis arbejdet skal fortsætte.
refused-element-withdrawn = {$thenoun} {$number} er trukket tilbage og kan ikke {$verb}. Opret { $gender ->
        [t] et nyt
       *[n] en ny
    }, hvis det alligevel skal gælde.
refused-element-superseded = {$thenoun} {$number} er afløst og kan ikke {$verb}. Gå til det, der kom i stedet.

## Afvist: modellen siger noget andet
refused-element-level = {$noun} hører ikke hjemme på niveauet {$level} i styringsmodellen. Vælg en enhed på et andet niveau.
refused-owner-closed = {$unit} er ikke åben den dag. Vælg en enhed, der er, for eksempel den, der fører arbejdet videre.
refused-element-not-in-model = Styringsmodellen har ikke længere {$nouns} på niveauet {$level}. {$thenoun} {$number} kan overdrages til et andet niveau, afsluttes eller trækkes tilbage.
refused-element-needs-no-adoption = {$thenoun} {$number} skal ikke vedtages af nogen. Sæt { $gender ->
        [t] det
       *[n] den
    } i gang.
refused-element-needs-adoption = {$thenoun} {$number} skal vedtages på niveauet {$level}. Foreslå { $gender ->
        [t] det
       *[n] den
    } der.
refused-decision-by-another-level = {$thenoun} {$number} vedtages på niveauet {$level}. Vælg en beslutning, der er truffet dér.
refused-decision-by-another-body = {$unit} kan ikke vedtage {$thenoun} {$number}. Vælg det organ, som ejeren hører under.
refused-decision-ahead = Dagen {$on} er ikke kommet endnu. Skriv beslutningen, når den er truffet.
refused-revise-without-decision = {$thenoun} {$number} er vedtaget på niveauet {$level}. Vælg den beslutning dér, der ændrer { $gender ->
        [t] det
       *[n] den
    }.
refused-revise-without-reason = Skriv, hvorfor det, der gælder, skal ændres.
refused-revise-unchanged = Der er ikke ændret noget i {$thenoun} {$number}. Ret teksten, før du laver en ny udgave.
refused-return-without-note = Skriv, hvad der skal til, før det kan vedtages.
refused-withdraw-without-note = Skriv, hvorfor det trækkes tilbage.
refused-close-without-note = Skriv, hvorfor det ikke blev helt opfyldt.
refused-supersede-by-itself = {$thenoun} {$number} kan ikke afløse sig selv. Vælg det, der skal gælde i stedet.
refused-supersede-by-what-is-not-in-force = {$thenoun} {$number} gælder ikke endnu og kan ikke afløse noget. Få { $gender ->
        [t] det
       *[n] den
    } vedtaget først.
refused-hand-over-to-owner = {$unit} ejer allerede {$thenoun} {$number}. Vælg en anden enhed.
refused-hand-over-level = På niveauet {$level} har styringsmodellen ingen {$nouns}. Vælg en enhed på et niveau, der kan eje {$thenoun} {$number}.
refused-not-an-action = {$thenoun} {$number} er ikke en handling og har ingen status af den slags. Følg { $gender ->
        [t] det
       *[n] den
    } op i en opfølgningsrunde.

## Afvist: noget mangler
refused-missing-text = Beskriv, hvad det går ud på.
refused-missing-vision = Skriv visionen: hvordan det ser ud, når det er lykkedes.
refused-missing-motivation = Skriv, hvorfor det er vigtigt nu.
refused-missing-expected-effect = Skriv, hvilken effekt du forventer, og for hvem.
refused-missing-target-group = Skriv, hvem det er for.
refused-missing-orientation = Vælg, om det er udvikling eller drift.
refused-missing-measure = Vælg, om der måles på effekt eller på det, der leveres, gøres eller bruges.
refused-missing-scope = Vælg, om det er for ét område, tværgående eller enhedens eget.
refused-missing-criteria = Skriv mindst ét succeskriterium: hvornår er det opfyldt?
refused-missing-indicator = Giv mindst ét succeskriterium et tal, der kan måles, for eksempel mindst 90 %.
refused-missing-baseline = Skriv for mindst ét succeskriterium, hvor tallet står i dag.
refused-missing-direction = Vælg, om tallet skal op, ned eller holdes.
refused-missing-start = Vælg, hvornår det starter.
refused-missing-due = Sæt en frist.
refused-missing-milestones = Skriv mindst én milepæl med dato.
refused-missing-responsible = Vælg den stilling, der har ansvaret.
refused-missing-documentation = Vælg, om effekten dokumenteres ved måling eller faglig vurdering.
refused-missing-follow-up = Skriv, hvordan der følges op.
refused-missing-policy-area = Skriv det politikområde eller den bevilling, der betaler.
refused-missing-value-markers = Vælg mindst én værdimarkør.
refused-missing-sources = Vælg mindst én kilde, det bygger på.
refused-missing-tie = {$thenoun} skal høre under noget. Vælg, hvad { $gender ->
        [t] det
       *[n] den
    } bidrager til.

## Afvist: teksten modsiger sig selv
refused-horizon-backwards = Det sidste år ligger før det første. Byt om på dem.
refused-due-before-start = Fristen {$to} ligger før starten {$from}. Vælg en senere frist eller en tidligere start.
refused-to-before-from = Slutdatoen {$to} ligger før startdatoen {$from}. Vælg en senere slutdato.
refused-criterion-without-value = »{$criterion}« har en sammenligning, men intet tal. Skriv tallet, eller fjern sammenligningen.
refused-criterion-without-comparator = »{$criterion}« har et tal, men ingen sammenligning. Vælg mindst, højst eller netop.
refused-baseline-without-date = »{$criterion}« har et udgangspunkt uden dato. Skriv, hvornår tallet er fra.
refused-baseline-without-value = »{$criterion}« har en dato for udgangspunktet, men intet tal. Skriv tallet, eller fjern datoen.
refused-target-twice = »{$criterion}« har to delmål den {$on}. Behold ét af dem.
refused-dropped-without-reason = Skriv, hvorfor handlingen opgives.
refused-cost-negative = Prisen kan ikke være under nul. Skriv en besparelse som gevinst.
refused-too-many = {$field}: der er {$many}, og der er plads til {$most}. Fjern nogle.

## Afvist: det kan ikke hænge sammen sådan
refused-tie-to-itself = {$thenoun} {$number} kan ikke høre under sig selv. Vælg noget andet.
refused-tie-to-what-is-over = {$thenoun} {$number} er {$state} og kan ikke knyttes til noget. Vælg noget, der gælder eller er på vej.
refused-tie-at-top = {$thenoun} {$number} står øverst i styringsmodellen og kan ikke høre under {$parentnumber}. Knyt i stedet {$parentnumber} til {$number}.
refused-tie-not-under = {$thenoun} {$number} kan ikke høre under {$parentnumber} i styringsmodellen.
refused-tie-may-under = I styringsmodellen kan det høre under: {$noun}.
refused-tie-circle = {$thenoun} {$number} ville komme til at høre under sig selv, ad vejen {$path}. Fjern først et led på vejen.
refused-mark-not-beside = {$thenoun} {$number} og {$parentnumber} kan ikke knyttes sådan: kun værdimarkører og kilder kan følges, og kun af kædens egne elementer.

refused-stance-asked = {$unit} har ikke svaret på {$thenoun} {$number} endnu. Vent på svaret, før du spørger igen.
refused-stance-taken-up = {$unit} arbejder allerede med {$thenoun} {$number}.
refused-stance-declined = {$unit} har allerede svaret, at {$thenoun} {$number} ikke er relevant der.
refused-stance-not-in-force = {$thenoun} {$number} gælder ikke. Læg { $gender ->
        [t] det
       *[n] den
    } frem for enhederne, når { $gender ->
        [t] det
       *[n] den
    } er vedtaget.
refused-stance-owner = {$unit} ejer selv {$thenoun} {$number}. Spørg enhederne nedenfor.
refused-decline-without-reason = Skriv, hvorfor det ikke er relevant hos jer.

## Råd
advice-horizon = Det løber i { $years ->
        [one] {$years} år
       *[other] {$years} år
    }; styringsmodellen lægger op til {$least}–{$most} år.
advice-vague = Kan det tælles? Disse ord siger ikke, hvornår det er opfyldt: {$words}. Skriv et tal, eller lav et succeskriterium med et.
advice-count-under = Der er { $count ->
        [one] {$count} {$noun}
       *[other] {$count} {$nouns}
    }; styringsmodellen lægger op til {$least}–{$most}. Der mangler nogle.
advice-count-over = Der er { $count ->
        [one] {$count} {$noun}
       *[other] {$count} {$nouns}
    }; styringsmodellen lægger op til {$least}–{$most}. Få er bedre end mange: vælg fra, eller saml dem.

balance-none-cross-cutting = Ingen af de {$goals} mål er tværgående. Er der noget, I bedst når sammen med andre?
balance-mostly-production = De fleste af de {$goals} mål handler om det, der leveres, gøres eller bruges. Skriv flere om, hvad borgerne får ud af det.
balance-mostly-operations = Der er flere mål for drift end for udvikling blandt de {$goals}. Er det meningen?
balance-only-own = Alle {$goals} mål er enhedens egne. Mindst ét bør svare på det, der er bedt om ovenfra.
balance-mostly-unsaid = Mange af de {$goals} mål siger ikke, om de måler effekt eller produktion. Vælg det, så balancen kan ses.

quality-effect = Har en forventet effekt
quality-effect-advice = Skriv, hvad der bliver anderledes, og for hvem.
quality-measurable = Kan måles
quality-measurable-advice = Giv et succeskriterium et tal: mindst, højst eller netop hvor meget?
quality-baseline = Har udgangspunkt og mål i tal
quality-baseline-advice = Skriv, hvor tallet står i dag, og hvor det skal hen.
quality-owner = Har en ansvarlig
quality-owner-advice = Vælg den stilling, der svarer for det.
quality-deadline = Har en frist
quality-deadline-advice = Sæt en dato, hvor det skal være opfyldt.
quality-decision = Er vedtaget
quality-decision-advice = Få det vedtaget, så alle kan se, hvem der står bag.
quality-money = Er knyttet til økonomien
quality-money-advice = Skriv det politikområde eller den bevilling, der bærer det.
quality-tied = Bidrager til noget ovenfor
quality-tied-advice = Knyt det til det, det hjælper med at nå.
quality-aim = Sigter på effekt
quality-aim-advice = Mål det, borgerne får ud af det, frem for det, der leveres.
quality-few = Er et af få
quality-few-advice = Ejeren har flere, end styringsmodellen lægger op til. Vælg de vigtigste.
