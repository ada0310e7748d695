# Målseminarets regler: hvad der skete, og hvorfor noget blev afvist.
# En sætning om et seminar har $seminar (navnet) og $year. En om et forslag har også $noun, $nouns, $thenoun, $gender og $title.

## Tilstande
seminar-state-collecting = forslag indsamles
seminar-state-prioritising = prioriteres
seminar-state-concluded = afsluttet
seminar-state-cancelled = aflyst

## Det, der kan gøres, som det står efter »kan ikke«
seminar-verb-frame = rettes
seminar-verb-prioritise = begynde at prioritere
seminar-verb-conclude = afsluttes
seminar-verb-cancel = aflyses

## Felter i historikken
field-proposal-why = Begrundelse
field-proposal-group = Gruppe

## Antallet
seminar-count-within = Det giver { $count } { $count ->
        [one] { $noun }
       *[other] { $nouns }
    }. Modellen mener { $least }-{ $most }, så antallet passer.
seminar-count-under = Det giver { $count } { $count ->
        [one] { $noun }
       *[other] { $nouns }
    }. Modellen mener { $least }-{ $most }: vælg mindst { $off } til.
seminar-count-over = Det giver { $count } { $nouns }. Modellen mener { $least }-{ $most }: læg { $off } sammen med andre, eller gem dem til næste år.

## Hvad der skete med seminaret
event-seminar-opened = { $seminar } { $year } blev sat i gang, og forslag kan stilles
event-seminar-framed = Rammen om { $seminar } { $year } blev rettet
event-seminar-prioritised = { $seminar } { $year } gik i gang med at prioritere { $proposals ->
        [one] { $proposals } forslag
       *[other] { $proposals } forslag
    }
event-seminar-cancelled = { $seminar } { $year } blev aflyst: { $because }
event-seminar-concluded = { $seminar } { $year } blev afsluttet med { $objectives } nye målsætninger: { $policies } gennem politikker og { $goals } som mål med det samme. { $parked } forslag er gemt til næste år

## Hvad der skete med forslagene
event-proposal-given = »{ $title }« blev foreslået
event-proposal-kept = »{ $title }« kom med fra et tidligere seminar
event-proposal-edited = Forslaget »{ $title }« blev rettet
event-proposal-withdrawn = Forslaget »{ $title }« blev taget tilbage
event-proposal-moved = »{ $title }« byttede plads med »{ $other }«
event-proposal-open = »{ $title }« skal afgøres igen
event-proposal-chosen = »{ $title }« blev valgt
event-proposal-parked = »{ $title }« blev gemt til næste år
event-proposal-merged = »{ $title }« blev lagt sammen med »{ $other }«
event-proposal-declined = »{ $title }« blev fravalgt: { $because }
event-proposal-route-policy = »{ $title }« går vejen gennem en politik
event-proposal-route-goal = »{ $title }« bliver til et mål med det samme

## Bestillinger
event-commission-asked = Politikken »{ $title }« blev bestilt
event-commission-changed = Bestillingen af »{ $title }« blev rettet
event-commission-dropped = »{ $title }« bestilles ikke længere

## Det, der gælder
event-standing-keep = »{ $title }« fortsætter uændret
event-standing-reword = »{ $title }« skal formuleres om
event-standing-end = »{ $title }« skal afsluttes

## Afvist: seminaret
refused-seminar-not-in-model = Jeres styringsmodel har ikke noget målseminar med målsætninger. Modellen skal have et trin af slagsen seminar og målsætninger, der kan blive til politikker eller mål.
refused-seminar-year = { $year } er ikke et år, der kan holdes målseminar i.
refused-seminar-without-body = Der er ingen åben enhed på det niveau, der ejer målsætningerne. Opret den under Opsætning først.
refused-seminar-collecting = { $seminar } { $year } indsamler forslag endnu og kan ikke { $verb }. Begynd at prioritere først.
refused-seminar-prioritising = { $seminar } { $year } prioriterer nu og kan ikke { $verb } igen.
refused-seminar-concluded = { $seminar } { $year } er afsluttet og kan ikke { $verb }. Det næste års seminar kan justere det, der kom ud af det.
refused-seminar-cancelled = { $seminar } { $year } er aflyst og kan ikke { $verb }. Begynd et nyt for samme år.
refused-seminar-day = { $on } ligger ikke i { $year }. Skriv en dag i seminarets eget år.
refused-seminar-unchanged = Der er ikke ændret noget.
refused-seminar-nothing-to-weigh = Der er endnu ingen forslag og ingen målsætninger at prioritere. Vent, til der er stillet forslag.
refused-seminar-cancel-without-reason = Skriv, hvorfor seminaret aflyses. Det kan alle se bagefter.
refused-seminar-not-weighing = Forslagene kan først afgøres, når { $seminar } { $year } er gået i gang med at prioritere, og ikke efter at det er afsluttet.
refused-seminar-takes-no-proposals = { $seminar } { $year } tager ikke imod forslag længere.
refused-seminar-full = Der er { $most } forslag, og flere kan et seminar ikke læse. Læg nogle sammen først.
refused-seminar-undecided = { $count ->
        [one] { $count } forslag er ikke afgjort
       *[other] { $count } forslag er ikke afgjort
    }. Vælg det, gem det til næste år, læg det sammen med et andet, eller fravælg det med en grund.
refused-seminar-nothing-chosen = Der er ikke valgt noget. Vælg mindst ét forslag, eller aflys seminaret.
refused-seminar-without-route = »{ $title }« mangler en vej. Vælg, om den skal gennem en politik eller blive til et mål med det samme.
refused-seminar-without-commission = »{ $title }« skal gennem en politik, men ingen er bestilt. Bestil en, eller vælg den anden vej.

## Afvist: forslag
refused-proposal-kind = Jeres styringsmodel har ikke { $nouns }.
refused-proposal-unit = Du kan kun stille forslag for en åben enhed, som du selv har en stilling eller et hverv i. { $unit } er ikke en af dem.
refused-proposal-unchanged = Der er ikke ændret noget i »{ $title }«.
refused-proposal-gone = »{ $title }« er taget tilbage.
refused-proposal-is-weighed = »{ $title }« kan ikke tages tilbage nu. Bed den, der leder seminaret, om at fravælge det.
refused-proposal-without-reason = Skriv, hvorfor »{ $title }« fravælges. Den, der foreslog det, kan læse det.
refused-proposal-merged-nowhere = Vælg det forslag, som »{ $title }« skal lægges sammen med.
refused-proposal-merged-into-itself = »{ $title }« kan ikke lægges sammen med sig selv. Vælg et andet forslag.
refused-proposal-merged-into-gone = »{ $other }« er selv fravalgt eller lagt sammen med et andet. Vælg et, der stadig er med.
refused-proposal-holds-others = »{ $other }« er lagt sammen med »{ $title }«. Afgør »{ $other }« først.
refused-proposal-not-chosen = »{ $title }« er ikke en valgt målsætning. Vælg den, før du vælger dens vej.
refused-route-unit = { $unit } kan ikke eje et mål under en målsætning. Vælg en enhed på et niveau, der kan.

## Afvist: bestillinger
refused-commissions-full = Seminaret har bestilt { $most } politikker, og flere giver ikke mening. Slå nogle sammen.
refused-commission-unchanged = Der er ikke ændret noget i bestillingen af »{ $title }«.
refused-commission-without-existing = Sig, hvilken politik »{ $title }« afløser, fornyer eller viderefører: vælg den, eller skriv, hvad den hedder.
refused-commission-serves-nothing = Sig, hvilke målsætninger »{ $title }« skal omsætte.
refused-commission-serves-a-goal = »{ $other }« bliver til et mål med det samme og går ikke gennem »{ $title }«. Vælg en anden vej for den, eller tag den af bestillingen.
refused-commission-serves-what-is-not-chosen = »{ $title }« kan kun omsætte målsætninger, der er valgt på seminaret eller gælder i forvejen.
refused-commission-lead = { $unit } kan ikke lede arbejdet med en politik. Vælg et udvalg, som stadig findes.
refused-commission-existing-is-no-policy = »{ $title }« er ikke en politik, der gælder. Vælg en anden.

## Afvist: det, der gælder
refused-standing-unchanged = Ordene er de samme som dem, der gælder. Skriv de nye, eller lad »{ $title }« fortsætte.
refused-standing-without-reason = Skriv, hvorfor »{ $title }« skal afsluttes.
