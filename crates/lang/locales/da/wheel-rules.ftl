# Årshjulets regler: hvad der skete, og hvorfor noget blev afvist.
# En sætning om et trin har $step (navnet) og $year; en hændelse også $whose, der er en enhed eller hele kommunen.

event-step-moved = »{ $step } { $year }« ({ $whose }) blev flyttet til { $from } – { $to }: { $reason }
event-step-put-back = »{ $step } { $year }« ({ $whose }) blev lagt tilbage efter reglen: { $from } – { $to }
event-step-entrusted = »{ $step } { $year }« ({ $whose }) fik en ansvarlig
event-step-let-go = »{ $step } { $year }« ({ $whose }) har ikke længere en ansvarlig
event-step-done = »{ $step } { $year }« ({ $whose }) blev gennemført { $on }: { $result }
event-step-reworded = Resultatet af »{ $step } { $year }« ({ $whose }), gennemført { $on }, blev rettet: { $result }
event-step-reopened = »{ $step } { $year }« ({ $whose }) blev åbnet igen
event-calendar-made = { $name } lavede en adresse til sin kalender
event-calendar-revoked = { $name } lukkede adressen til sin kalender

refused-step-not-held = »{ $step }« holdes ikke i { $year } efter modellen. Vælg et år, hvor det holdes.
refused-step-why = Skriv, hvorfor trinnet flyttes.
refused-step-backwards = Sidste dag ligger før første dag. Byt dem om.
refused-step-other-year = Trinnet hører til { $year }. Vælg en dag i det år eller det næste.
refused-step-past-law = Loven tillader ikke en senere dag end { $law }. Vælg den eller en tidligere.
refused-step-past-fed = »{ $other }« ({ $from } – { $to }) bygger på »{ $step }« og kan ikke ligge før det. Vælg tidligere dage, eller flyt »{ $other }« først.
refused-step-before-needed = »{ $step }« bygger på »{ $other }« ({ $from } – { $to }) og kan ikke ligge før det. Vælg senere dage, eller flyt »{ $other }« først.
refused-step-not-moved = Trinnet ligger allerede, hvor reglen lægger det.
refused-step-no-result = Skriv, hvad der kom ud af trinnet.
refused-step-done-later = Dagen er ikke kommet endnu. Vælg en dag til og med { $today }.
refused-step-not-done = Trinnet er ikke lukket, så der er intet at åbne igen.
refused-step-position = Stillingen findes ikke i dag. Vælg en anden.
