### Agreements: the pages, and who may do what.

## Who may
denied-draft-agreement = The agreement is written by one of the parties' leaders, a leader above them, the executive board or the process consultant.
denied-give-hearing = A hearing response is entered by the unit's staff, its board, its leader or the process consultant.
denied-negotiate-agreement = The parties' own leaders negotiate: whoever answers, and whoever speaks for the principal.
denied-submit-agreement = The agreement is submitted by the unit's leader, a leader above it or the process consultant.
denied-approve-agreement = The agreement is approved by the body the model names, and recorded by its chair or leader or by the process consultant.
denied-return-agreement = The agreement is sent back by the principal, by whoever approves it, a leader above the unit or the process consultant.
denied-sign-agreement = A unit's leader signs for it, or whoever stands in for the leader.
denied-report-agreement = The agreement is reported on by the unit's leader, a leader above it or the process consultant.
denied-hand-over-agreement = The agreement is handed over by a leader above the unit, the executive board, the process consultant or an administrator.

## What cannot be done
refused-agreement-decision-body = { $unit } does not approve { $thenoun } { $number }. Choose the body that the units come under.
refused-agreement-renewed-already = { $thenoun } { $number } has been carried on: { $other } runs for { $years }. Go on with that one.
refused-agreement-leader-approves = { $thenoun } { $number } is approved by the leader in person. If you record it for the leader, write the decision that was made.
refused-agreement-not-below = { $unit } does not come under { $principal }. Choose a unit that does.
refused-agreement-goal-in-talk = A counter-proposal about { $thenoun } { $number } “{ $title }” waits. Have it answered or taken back before the line is removed.

## The list
agreements-lead = What the levels have promised each other, with what is missing.
agreements-lead-year = What the levels have promised each other for { $year }, with what is missing.
agreements-new = New agreement
agreements-renew-many = Next year’s agreements
agreements-approve-many = Approve several by one decision
agreements-year = Year
agreements-every-year = All years
agreements-years = Years
agreements-search = Number or party
agreements-missing = Missing
agreements-missing-any = Show all
agreements-missing-hearing = not everybody has been heard
agreements-missing-theme = a theme is not answered
agreements-missing-goals = no goals yet
agreements-missing-signature = a signature
agreements-missing-answer = an answer to a counter-proposal
agreements-missing-deadline = should have been approved
agreements-missing-answers = { $count ->
        [one] an answer to { $count } counter-proposal
       *[other] answers to { $count } counter-proposals
    }
agreements-missing-signatures = { $signed } of { $all } have signed
agreements-missing-since = should have been approved { $date }
agreements-is-amended = an amendment is on its way
agreements-none-found = No agreements fit
agreements-none-found-text = Choose something else, or clear the filters.
agreements-empty-title = There are no agreements here yet
agreements-kind-made = { $thenoun } is made between { $principal } and { $agent } and approved at the level { $approves }.
agreements-kind-when = It belongs to “{ $step }”, { $from } – { $to }.
agreements-themes-title = Themes of { $year }
agreements-theme-answered = { $kind }: { $answered } of { $all } have answered
agreements-theme-has = Have answered
agreements-theme-has-not = Have not answered
agreements-theme-without = Have no agreement

## A new agreement
agreements-new-lead = What is to be agreed?
agreements-new-nothing = There is nothing here for you to make. Ask whoever leads the unit, or your process consultant.
agreements-new-kind = New { $noun }
agreements-new-principal = Who is the principal?
agreements-pair = { $agent } (with { $principal })
agreements-between = The one who answers
agreements-first-year = First year
agreements-how-long = For how long
agreements-runs = { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
agreements-draft-do = Make a draft
agreement-drafted = { $thenoun } { $number } is there as a draft. Write on, or take goals in.

## Approving several
agreements-approve-lead = Choose what the decision is about. All of them are approved, or none.
agreements-approve-none = Nothing waits to be approved
agreements-approve-none-text = When something is submitted or proposed, it stands here until it is decided on.
agreements-approve-nothing = Choose at least one to approve.
agreements-approve-do = Record the approval
agreements-approve-changed = Some of it has changed since you opened the page. Look through the list, and send again.
agreements-approved-many = The decision is recorded: { $approved ->
        [one] { $approved } agreement
       *[other] { $approved } agreements
    } approved, and { $adopted } more goals adopted.
agreements-choice = { $kind } { $number }, { $years } · { $signed } of { $all } have signed
agreements-goals-too = Proposed { $nouns } adopted at the same time

## The agreement
agreement-title = { $noun } { $years }: { $agents }
agreement-parties = The parties
agreement-approved-by = Approved by
agreement-edition = edition { $count }
agreement-reason = Why what was agreed is amended
agreement-themes = Themes of the year
agreement-theme-unanswered = Not answered yet.
agreement-theme-letter = From the strategy letter { $year }
agreement-no-goals = There are no { $nouns } in it yet.
agreement-serves = Contributes to
agreement-also-in = Also agreed with
agreement-also-more = { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
agreement-counters-open = { $count ->
        [one] A counter-proposal waits for an answer
       *[other] { $count } counter-proposals wait for answers
    }
agreement-follow-up = Follow-up and reporting
agreement-rules = Rules of the game
agreement-heard = Hearing
agreement-not-heard = Nothing from { $group } has been written down yet.
agreement-report = Report at the end of the period
agreement-signatures = Signatures
agreement-signatures-none = Nobody has signed.
agreement-unsigned = Has not signed
agreement-seal = Seal
agreement-seal-signed = What was signed
agreement-seal-computed = What stands now
agreement-verify = Check
agreement-in-the-way = Missing before it can be submitted
agreement-refused-title = { $thenoun } cannot go on yet
agreement-changed-meanwhile = { $thenoun } has changed since you opened the page. See what stands now, and send again.
agreement-is-amended = An amendment is being written. Edition { $count } is in force until it is approved
agreement-see-in-force = See the edition in force
agreement-notice-closed = Closed
agreement-notice-report-returned = The report has been sent back
agreement-elsewhere = Adopted elsewhere
agreement-adopted-elsewhere = { $number } “{ $title }” is adopted at the level { $level }
agreement-adopted-with-it = Adopted with it
agreement-around = Around the agreement
agreement-line-of-sight = Line of sight of { $unit }
agreement-before = Before:
agreement-after = After:
agreement-editions = Editions
agreement-pending = See what the amendment changes
agreement-see-difference = See what differs
agreement-see-now = See the agreement as it stands now
agreement-edition-title = Edition { $edition } of { $thenoun } { $number }
agreement-edition-in-force = This is the edition in force.
agreement-edition-former = This is a former edition.
agreement-share = { $word } { $count } ({ $percent }%)
agreement-goals-meant = { $count } (the model means { $least }–{ $most })

## Next steps
agreement-do-edit = Write on
agreement-do-hear = Put to hearing
agreement-do-give-input = Write what was said
agreement-do-open-dialogue = Open the dialogue
agreement-do-answer = Answer counter-proposals
agreement-do-counter = Propose something else
agreement-do-submit = Submit for approval
agreement-do-sign = Sign
agreement-do-return = Send back
agreement-do-approve = Approve
agreement-do-amend = Begin an amendment
agreement-do-drop-amendment = Give the amendment up
agreement-do-report = Report
agreement-do-return-report = Send the report back
agreement-do-close = Close
agreement-do-withdraw = Withdraw
agreement-do-renew = Draft next year’s agreement

agreement-put-to-hearing = { $thenoun } { $number } has been put to hearing.
agreement-put-to-dialogue = { $thenoun } { $number } is open for dialogue.
agreement-submitted = { $thenoun } { $number } has been submitted. Its text is locked and can be signed.
agreement-saved = { $thenoun } { $number } is saved.

## Small forms
agreement-return-title = Send { $thenoun } back
agreement-return-lead = The parties can mend it and submit it again. Your note goes with it.
agreement-return-note-hint = What does it take before it can be approved?
agreement-return-voids = The signatures of { $units } no longer count once the text is sent back.
agreement-return-done = { $thenoun } { $number } has been sent back.
agreement-withdraw-title = Withdraw { $thenoun }
agreement-withdraw-lead = The draft is given up. Goals that were proposed with it go back to those who wrote them.
agreement-withdraw-done = { $thenoun } { $number } has been withdrawn.
agreement-amend-title = Begin an amendment of { $thenoun }
agreement-amend-lead = The edition in force stays in force until the next is approved.
agreement-amend-reason-hint = For example an adopted budget, a new act or a new policy.
agreement-amend-done = An amendment of { $thenoun } { $number } has begun.
agreement-drop-title = Give up the amendment of { $thenoun }
agreement-drop-lead = What was written for the new edition is lost. The edition in force stands unchanged with its signatures.
agreement-drop-done = The amendment of { $thenoun } { $number } has been given up.
agreement-report-title = Report on { $thenoun }
agreement-report-lead = How did it go with what was agreed? Goal by goal stands in the follow-up; here is the whole picture.
agreement-reported-so = How it was agreed
agreement-report-done = { $thenoun } { $number } has been reported on.
agreement-return-report-title = Send the report back
agreement-return-report-lead = Whoever wrote it can write again. Your note goes with it.
agreement-return-report-done = The report on { $thenoun } { $number } has been sent back.
agreement-close-title = Close { $thenoun }
agreement-close-lead = After that nobody can change anything. Everybody who could read it still can.
agreement-close-done = { $thenoun } { $number } is closed.
agreement-approve-title = Approve { $thenoun }
agreement-approve-lead = The text that was submitted becomes the edition in force.
agreement-approve-done = { $thenoun } { $number } is approved and in force.

## Writing
agreement-edit-title = Write { $thenoun }
agreement-order = Place
agreement-note-hint = What is agreed about the goal here?
agreement-lines-none = Nothing has been taken in yet. Choose below.
agreement-take-out = Take out
agreement-add = Take goals and actions in
agreement-add-do = Take in what is chosen, and save
agreement-offered = What can be taken in
agreement-offered-none = There is nothing to choose. Search for another word, or write the goal in the chain first.
agreement-offered-more = { $count ->
        [one] And { $count } more. Search for a word.
       *[other] And { $count } more. Search for a word.
    }
agreement-offered-agent = your own
agreement-offered-put-before = put before you
agreement-offered-principal = the principal’s
agreement-money = Money
agreement-frame-source-hint = For example Budget 2019, appropriation 41 Schools.
agreement-else-as-model = Left empty, it is as the model says: { $text }

## Hearing
agreement-hearing-title = What was said about { $thenoun }
agreement-hearing-lead = Write down what was said before anything is agreed. It goes into the agreement.
agreement-hearing-group = Who was heard
agreement-hearing-from = Who answered for them
agreement-hearing-from-hint = For example the chair of the board.
agreement-hearing-text = What they said
agreement-hearing-do = Save what was said
agreement-hearing-done = What was said about { $thenoun } { $number } is saved.

## Negotiation
agreement-talks = Negotiation about the goals
agreement-counter-title = Propose something else
agreement-counter-lead = The other side answers yes, yes with a change, or no. The thread stays.
agreement-counter-about = What is it about
agreement-counter-text = The text of the goal
agreement-counter-due = The deadline
agreement-counter-target-value = The figure
agreement-counter-stands = It says now: { $value }
agreement-counter-now = It says now
agreement-counter-proposed = Proposed instead
agreement-counter-from = From
agreement-counter-do = Send the counter-proposal
agreement-counter-by = { $who } for { $side }, { $date }
agreement-counter-answered = Answered by { $who }, { $date }
agreement-counter-agreed = You agreed on:
agreement-counter-answer = Answer
agreement-counter-take-back = Take it back
agreement-countered = The counter-proposal in { $number } has been sent to the other side.
agreement-counter-taken-back = The counter-proposal in { $number } has been taken back.
agreement-reply-title = Answer the counter-proposal
agreement-reply-legend = Your answer
agreement-reply-accept = Yes
agreement-reply-change = Yes, with a change
agreement-reply-decline = No
agreement-reply-value = { $field }, where the answer is yes with a change
agreement-reply-answer = Grounds
agreement-reply-answer-hint = Must be written where the answer is no.
agreement-reply-do = Send the answer
agreement-replied = The answer in { $number } has been sent.

## Signature and seal
agreement-sign-title = Sign { $thenoun }
agreement-sign-lead = This is the text you sign, word for word. If it changes, the signature no longer counts.
agreement-sign-for = You sign for
agreement-sign-changed = The text has changed since you read it. Read it again before you sign.
agreement-signed = { $thenoun } { $number } is signed.
agreement-verify-title = Check of { $thenoun }
agreement-verify-holds = The seal holds
agreement-verify-holds-text = The text that is kept is, to the last sign, the one that was signed.
agreement-verify-broken = The seal does not hold
agreement-verify-broken-text = The text that is kept is not the one that was signed. Tell your administrator.
agreement-verify-nothing = No text is locked yet
agreement-verify-nothing-text = The text gets its seal when it is submitted for approval.

## Differences
agreement-difference-title = What differs in { $thenoun }
agreement-difference-lead = From { $before } to { $after }. What was is struck out, what is new is underlined.
agreement-difference-now = the text being written now
agreement-difference-none = Nothing differs.
agreement-frame-of = The frame of the agreement

## Next year
agreement-renew-title = Draft the agreement for { $years }
agreement-renew-lead = Choose for each goal whether it is carried on, written anew or left out. Themes and sections begin afresh.
agreement-renew-choice = What becomes of it
agreement-runs-out = Its own time is over with the period.
agreement-renew-do = Make a draft for { $years }
agreement-renewed = { $thenoun } { $number } is there as a draft for the next period.
agreement-renewed-already = It has been carried on already:
agreements-renew-lead = Agreements that end in { $year } and have not been carried on. Each becomes a draft; look at the single goals first if you like.
agreements-renew-none = There are no agreements of { $year } that you can carry on.
agreements-renew-one = See goal by goal
agreements-renew-do = { $count ->
        [one] Make { $count } draft
       *[other] Make { $count } drafts
    }
agreements-renewed = { $count ->
        [0] No drafts were made.
        [one] { $count } draft was made.
       *[other] { $count } drafts were made.
    }
agreements-left-out = These were not carried on

## Line of sight
agreements-sight = Line of sight
agreements-sight-title = Line of sight of { $unit }
agreements-sight-lead = What we are part of, and what is expected of us.
agreements-sight-above = What we are part of
agreements-sight-served = { $count ->
        [one] { $count } of our goals contributes
       *[other] { $count } of our goals contribute
    }
agreements-sight-expected = What is expected of us
agreements-sight-put-before = Put before us
agreements-sight-unanswered = Not answered
agreements-sight-empty = There is nothing to see here yet
agreements-sight-empty-text = When the unit has an agreement, or something has been put before it, it stands here with the way up to the council’s objectives.
