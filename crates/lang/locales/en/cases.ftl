# Cases and decisions: the pages, the papers, and who may do what.

menu-cases = Cases

## Who may

denied-keep-case = A case is written by the leader of the unit that prepares it, a leader above it, the body's chair, the controller, the executive board or the process consultant.
denied-decide-case = A decision is recorded by the body's chair or by the process consultant.

## The front page

cases-lead = What is on the agenda, what is being written, and what has been decided.
cases-new = New case
cases-headings = Headings of the cases
cases-search = Title or number
cases-case = Case
cases-closed = Closed
cases-correction = Corrects an earlier decision
cases-when = { $date }, item { $item }
cases-group-ready = On the agenda
cases-group-draft = Drafts
cases-group-decided = Decided
cases-group-withdrawn = Withdrawn
cases-decided = { $outcome }, { $date }
cases-agenda-by = Agenda by { $date }
cases-no-meeting = No meeting date yet
cases-adopts = { $count ->
        [one] Adopts { $count } proposal or agreement
       *[other] Adopts { $count } proposals and agreements
    }
cases-waiting = Waiting for a case
cases-waiting-lead = This has been put before the body and stands in no case yet.
cases-waits = { $count ->
        [one] { $count } proposal or agreement is waiting
       *[other] { $count } proposals and agreements are waiting
    }
cases-waits-do = { $count ->
        [one] Take up what is waiting
       *[other] Take up the { $count } that are waiting
    }
cases-take-up = Take up as a case
cases-choose-body = Which body is to deal with the case? If something has been put before it, the case can begin with that.
cases-empty = There are no cases yet
cases-empty-text = When a committee or the council is to deal with a case, it stands here from the day it is on the agenda.
cases-empty-yours = Cases for committees and the council are written here: recommendation, presentation and what is to be adopted. Begin with the first.
cases-none-found = No case fits
cases-none-found-text = Choose another body or state, or clear the filter.

## The headings

cases-headings-lead = This is how the body's cases are divided, in this order. Cases already written keep theirs. Leave a field empty to take its heading away.
cases-heading-word = Heading { $number }
cases-heading-part = Heading { $number } is about
cases-headings-kept = The headings of { $body } are saved.

## The case

case-body = Body
case-meeting = Meeting
case-item = Item on the agenda
case-kind = Kind
case-own-number = Case number
case-own-number-hint = The number in the municipality's own case system, if it has one.
case-unit = Prepared by
case-agenda-by = Agenda due
case-material-by = Material due
case-corrects = Corrects
case-corrected-by = Corrected by
case-corrections = Corrections
case-facts = About the case
case-papers = For the agenda system
case-word = Download as a Word document
case-print = Show for printing
case-print-hint = Print the page from your browser. Only the case is printed.
case-decision = Decision
case-decided-line = { $body }, { $date }: { $outcome }
case-recommendation = Recommendation
case-recommendation-lead = { $unit } recommends
case-at = that
case-point = that { $point }
case-adopts = What is adopted
case-adopted = What was put forward for adoption
case-adopts-unseen = { $count ->
        [one] And { $count } more that you cannot see yet.
       *[other] And { $count } more that you cannot see yet.
    }
case-disqualified = Disqualified
case-member = { $name }, { $title }
case-column-number = Number
case-column-kind = Kind
case-column-owner = Unit
case-column-name = Name
case-column-reason = Reason

case-is-closed = Closed case
case-is-closed-text = The case is seen only by the body's members and those who work for the whole municipality. Reason: { $reason }
case-you-are-disqualified = You are disqualified from this case
case-you-are-disqualified-text = You can read it, but you cannot write in it or record anything about it.
case-late = The case is running late
case-late-agenda = The agenda was due on { $date }, four weekdays before the meeting. If the meeting cannot wait, agree it with the chair.
case-late-material = The material was due on { $date }, three weekdays before the meeting. If the meeting cannot wait, agree it with the chair.
case-late-meeting = The meeting was on { $date }. Change the date of the meeting before the case goes on the agenda.
case-to-record = The meeting has been held
case-to-record-text = Record what was decided, so that what the case is about comes into force.
case-is-corrected = There is a newer case about the same thing
case-is-withdrawn = The case has been withdrawn
case-not-writable = The case is not a draft. Take it off the agenda if something must be written in it.
case-changed-meanwhile = The case has changed since you opened the page. Read it through, then try again.

## What can be done

case-do-edit = Write in the case
case-do-ready = Put on the agenda
case-do-take-back = Take off the agenda
case-do-disqualify = Note who is disqualified
case-do-decide = Record the decision
case-do-withdraw = Withdraw the case
case-do-correct = Correct the decision in a new case

## The large form

case-new-for = New case for { $body }
case-new-lead = Write the case as a draft. It goes on the agenda when you say so.
case-edit-lead = { $body } deals with the case.
case-save-draft = Save the draft
case-access = Open or closed
case-access-open = Open
case-access-closed = Closed: seen only by the body's members and those who work for the whole municipality
case-closed-because = Why the case is closed
case-closed-because-hint = Give the reason if the case is closed: a person's circumstances, buying or selling property, or a tender, for example.
case-form-adopts = What the body is to adopt
case-form-text = The text of the case
case-adopts-hint = What has been put before the body. It comes into force when the decision is recorded.
case-adopts-none = Nothing that the case could adopt has been put before the body. A proposal shows here once it is proposed, and an agreement once it is submitted.
case-choice = { $number } · { $owner }
case-put-together = Write text from what is chosen
case-recommendation-hint = One point on each line. "At" is put before it by itself.
case-item-unreadable = Write the number of the item, 4 for example.
case-attachments-hint = Title, and where the attachment is. The link must begin with https://
case-attachment-title = Attachment { $number }, title
case-attachment-link = Attachment { $number }, link
case-attachment-link-unreadable = Write the whole address, https://kommunen.dk/bilag.pdf for example
case-more-attachments = More lines for attachments

## The small forms

case-withdraw-note = Why
case-withdraw-lead = The case is taken off for good and cannot come back. What it is about still waits for the body.
case-disqualify-lead = Write the reason beside whoever is disqualified. Leave the field empty for everybody else. Whoever is disqualified cannot write in the case or record the decision, and it stands in the papers.
case-disqualify-nobody = Nobody sits in the body today. Fill its positions under Set-up first.
case-decide-lead = Write what { $body } decided. What is adopted comes into force at once, and a decision cannot be rewritten afterwards.
case-outcome = Outcome
case-decided-text = The wording of the decision
case-decided-hint = As it stands in the minutes.
case-decided-as-recommended = Agreed as recommended.
case-decided-noted = Taken note of.
case-adopts-now = What was adopted
case-adopts-now-hint = Take away what was left out. Nothing is adopted if it was rejected or only taken note of.

## What has been done

case-drafted = { $number } is saved as a draft.
case-saved = { $number } is saved.
case-readied = { $number } is on the agenda.
case-taken-back = { $number } is off the agenda and can be written in.
case-withdrawn = { $number } is withdrawn.
case-disqualified-done = Who is disqualified from { $number } is noted.
case-decided-done = The decision in { $number } is recorded.
case-correction-begun = { $number } is begun. It corrects { $corrected }, which stays as it is.

## Text that is put together

case-title-element = Adoption of { $thenoun } "{ $title }"
case-title-elements = Adoption of { $count } { $nouns }
case-title-agreement = Approval of { $agreement }
case-title-agreements = Approval of { $count } agreements
case-title-proposals = Adoption of { $count } proposals
case-title-several = Adoption and approval of { $count } proposals and agreements
case-point-element = { $thenoun } "{ $title }" ({ $number }) be adopted
case-point-agreement = { $thenoun } { $number } with { $agents } for { $years } be approved
case-effect = Expected effect: { $effect }
case-agreement-said = { $number }: { $agreement }. Made with { $principal }, with { $goals ->
        [one] { $goals } goal
       *[other] { $goals } goals
    }.

## On the page of what a case names
chain-came-up = Cases
chain-came-up-meta = { $body } · { $on } · { $stands }
chain-came-up-undated = { $body } · { $stands }
