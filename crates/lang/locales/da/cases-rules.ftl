# Sagernes regler: hvad der skete, og hvorfor noget blev afvist. En sætning om en sag har $number og $title.

## Tilstande
case-state-draft = kladde
case-state-ready = på dagsordenen
case-state-decided = besluttet
case-state-withdrawn = trukket tilbage

## Det, der kan gøres, som det står efter »kan ikke«
case-verb-edit = rettes
case-verb-ready = sættes på dagsordenen
case-verb-take-back = tages af dagsordenen
case-verb-disqualify = få noteret inhabilitet
case-verb-decide = besluttes
case-verb-withdraw = trækkes tilbage
case-verb-correct = rettes i en ny sag

## Valg
case-kind-orientation = orientering
case-kind-discussion = drøftelse
case-kind-decision = beslutning

case-outcome-as-recommended = tiltrådt som indstillet
case-outcome-changed = tiltrådt med ændringer
case-outcome-noted = taget til efterretning
case-outcome-rejected = ikke tiltrådt

case-part-presentation = Sagsfremstilling
case-part-money = Økonomi
case-part-hearing = Høring
case-part-attachments = Bilag
case-part-other = Andet

## Det, der skete
event-case-drafted = Sagen { $number } »{ $title }« blev begyndt til { $body }.
event-case-edited = Sagen { $number } blev rettet.
event-case-readied = Sagen { $number } blev sat på dagsordenen til mødet { $on }.
event-case-taken-back = Sagen { $number } blev taget af dagsordenen.
event-case-disqualified = I sagen { $number } blev { $names } noteret som inhabile.
event-case-disqualified-nobody = I sagen { $number } er ingen længere noteret som inhabile.
event-case-decided = Sagen { $number } blev besluttet { $on }: { $outcome }.
event-case-withdrawn = Sagen { $number } blev trukket tilbage.
event-case-correction = Sagen { $number } blev begyndt. Den retter { $corrected }.
event-headings-kept = Overskrifterne i sager til { $body } blev valgt.

## Det, der blev afvist
refused-case-draft = { $number } er en kladde og kan ikke { $verb } endnu. Sæt den på dagsordenen først.
refused-case-ready = { $number } er på dagsordenen og kan ikke { $verb }. Tag den af dagsordenen først.
refused-case-decided = { $number } er besluttet og kan ikke { $verb }. Ret beslutningen i en ny sag.
refused-case-withdrawn = { $number } er trukket tilbage og kan ikke { $verb }. Begynd en ny sag.
refused-case-disqualified = Du er noteret som inhabil i { $number } og kan ikke gøre noget i den. Bed en anden om det.
refused-case-disqualified-from-matter = Du er noteret som inhabil i { $number }, hvor det her skal afgøres. Bed en anden i organet om at registrere beslutningen.
refused-case-closed-without-reason = En lukket sag skal have en grund. Skriv den, eller lad sagen være åben.
refused-case-closed-by-others = En lukket sag ses kun af organet og dem, der arbejder for hele kommunen. Bed organets formand eller proceskonsulenten om at skrive den.
refused-case-too-many = Der er for mange. Der er plads til { $most }.
refused-case-heading-twice = Overskriften »{ $heading }« står to gange. Saml teksten under den ene.
refused-case-adopts-undecided = Kun en sag til beslutning kan vedtage noget. Vælg beslutning, eller fjern det, der vedtages.
refused-case-adopts-unnamed = Det står ikke i sagen. Tag den af dagsordenen, og føj det til, før det vedtages.
refused-case-not-put-before = Noget af det valgte er ikke lagt frem for { $body }. Få det foreslået eller sendt til godkendelse først.
refused-case-no-body = { $unit } holder ikke møder med dagsorden. Vælg byrådet, et udvalg eller direktionen.
refused-case-without-meeting = Skriv datoen for mødet, før sagen sættes på dagsordenen.
refused-case-without-recommendation = Skriv, hvad der indstilles, før sagen sættes på dagsordenen.
refused-case-without-presentation = Skriv sagsfremstillingen, før sagen sættes på dagsordenen.
refused-case-meeting-passed = Mødet { $on } er holdt. Skriv datoen for et møde, der kommer.
refused-case-withdrawn-without-reason = Skriv, hvorfor sagen trækkes tilbage.
refused-case-decided-without-text = Skriv, hvad der blev besluttet, når det ikke var som indstillet.
refused-case-disqualified-without-reason = Skriv, hvorfor { $name } er inhabil.
refused-case-disqualified-twice = { $name } står der to gange.
refused-case-disqualified-same = Der er ikke ændret noget. Skriv en grund ud for den, der er inhabil.
refused-case-disqualified-elsewhere = Kun dem, der sidder i organet, kan noteres som inhabile.
refused-headings-without-presentation = Én overskrift skal handle om sagsfremstillingen.
refused-headings-too-many = Der er for mange overskrifter. Der er plads til { $most }.
refused-headings-part-twice = Kun én overskrift kan handle om { $part }. Vælg andet for de øvrige.
refused-headings-word-twice = Overskriften »{ $heading }« står to gange.
