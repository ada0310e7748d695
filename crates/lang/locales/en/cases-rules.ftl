# The rules of cases: what happened, and why something was refused. A sentence about a case has $number and $title.

## States
case-state-draft = draft
case-state-ready = on the agenda
case-state-decided = decided
case-state-withdrawn = withdrawn

## What can be done, as it stands after "cannot"
case-verb-edit = be written in
case-verb-ready = go on the agenda
case-verb-take-back = be taken off the agenda
case-verb-disqualify = have anybody noted as disqualified
case-verb-decide = be decided
case-verb-withdraw = be withdrawn
case-verb-correct = be corrected in a new case

## Choices
case-kind-orientation = for information
case-kind-discussion = for discussion
case-kind-decision = for decision

case-outcome-as-recommended = agreed as recommended
case-outcome-changed = agreed with changes
case-outcome-noted = taken note of
case-outcome-rejected = not agreed

case-part-presentation = Presentation
case-part-money = Money
case-part-hearing = Hearing
case-part-attachments = Attachments
case-part-other = Something else

## What happened
event-case-drafted = The case { $number } "{ $title }" was begun for { $body }.
event-case-edited = The case { $number } was changed.
event-case-readied = The case { $number } was put on the agenda for the meeting on { $on }.
event-case-taken-back = The case { $number } was taken off the agenda.
event-case-disqualified = In the case { $number }, { $names } were noted as disqualified.
event-case-disqualified-nobody = In the case { $number }, nobody is noted as disqualified any longer.
event-case-decided = The case { $number } was decided on { $on }: { $outcome }.
event-case-withdrawn = The case { $number } was withdrawn.
event-case-correction = The case { $number } was begun. It corrects { $corrected }.
event-headings-kept = The headings of cases for { $body } were chosen.

## What was refused
refused-case-draft = { $number } is a draft and cannot { $verb } yet. Put it on the agenda first.
refused-case-ready = { $number } is on the agenda and cannot { $verb }. Take it off the agenda first.
refused-case-decided = { $number } is decided and cannot { $verb }. Correct the decision in a new case.
refused-case-withdrawn = { $number } is withdrawn and cannot { $verb }. Begin a new case.
refused-case-disqualified = You are noted as disqualified from { $number } and can do nothing in it. Ask somebody else to.
refused-case-disqualified-from-matter = You are noted as disqualified from { $number }, where this is to be decided. Ask somebody else in the body to record the decision.
refused-case-closed-without-reason = A closed case needs a reason. Write it, or leave the case open.
refused-case-closed-by-others = A closed case is seen only by the body and those who work for the whole municipality. Ask the body's chair or the process consultant to write it.
refused-case-too-many = There are too many. There is room for { $most }.
refused-case-heading-twice = The heading "{ $heading }" stands twice. Put the text under one of them.
refused-case-adopts-undecided = Only a case for decision can adopt anything. Choose decision, or take away what is adopted.
refused-case-adopts-unnamed = That is not in the case. Take it off the agenda and add it before it is adopted.
refused-case-not-put-before = Some of what is chosen has not been put before { $body }. Have it proposed or submitted first.
refused-case-no-body = { $unit } holds no meetings with an agenda. Choose the council, a committee or the executive board.
refused-case-without-meeting = Write the date of the meeting before the case goes on the agenda.
refused-case-without-recommendation = Write what is recommended before the case goes on the agenda.
refused-case-without-presentation = Write the presentation before the case goes on the agenda.
refused-case-meeting-passed = The meeting on { $on } has been held. Write the date of a meeting to come.
refused-case-withdrawn-without-reason = Write why the case is withdrawn.
refused-case-decided-without-text = Write what was decided when it was not as recommended.
refused-case-disqualified-without-reason = Write why { $name } is disqualified.
refused-case-disqualified-twice = { $name } stands there twice.
refused-case-disqualified-same = Nothing has changed. Write a reason beside whoever is disqualified.
refused-case-disqualified-elsewhere = Only those who sit in the body can be noted as disqualified.
refused-headings-without-presentation = One heading must be about the presentation.
refused-headings-too-many = There are too many headings. There is room for { $most }.
refused-headings-part-twice = Only one heading can be about { $part }. Choose something else for the others.
refused-headings-word-twice = The heading "{ $heading }" stands twice.
