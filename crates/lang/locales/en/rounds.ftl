# The pages of follow-up, and who may do what.

## Who may

denied-keep-round = A round is planned, opened and closed by the process consultant, the controller or the executive board.
denied-write-report = Reports are written by those who work in the unit, their leaders, whoever answers for the goal, and the process consultant.
denied-submit-report = Reports are submitted by the unit's leader, a leader above it or whoever answers for the goal.
denied-judge-report = Reports are accepted and sent back by a leader above the unit, the executive board or the process consultant.
denied-assess = The assessment is written by the unit's own leader or chair, or by the process consultant.
denied-give-feedback = The unit is answered by the committee's chair or by the leader right above it.
denied-answer-feedback = The unit's leader answers, or whoever answers for the goal.
denied-give-consequence = Consequences are recorded by the committee's chair, a leader above the unit, the executive board or the process consultant.

## The room's front page

rounds-lead = Here we answer how things go with what we promised each other.
rounds-now = Now
rounds-now-none = No round is running. When the process consultant opens the next one it stands here, and among what you have to do now.
rounds-planned = On the calendar
rounds-planned-none = No rounds are planned.
rounds-closed = Closed rounds
rounds-closed-none = No round is closed yet
rounds-closed-none-text = When a round is closed it is frozen and stands here, so that you can see how things move from time to time.
rounds-about = Figures as of { $cutoff }. About { $covers }.
rounds-about-unplanned = Not planned. Figures would be as of { $cutoff }.
rounds-covers-goals = goals
rounds-covers-money = money
rounds-due = Due { $date }
rounds-far = { $submitted } of { $asked } goals are submitted, { $accepted } accepted
rounds-see-mine = See my page
rounds-report-now = { $count ->
        [one] Report on { $count } goal
       *[other] Report on { $count } goals
    }
rounds-to-overview = See the overview
rounds-summary = Summary on one page
rounds-to-open = See and open
rounds-plan-do = Plan
rounds-compare = Compare two rounds
rounds-goals-of = { $count ->
        [one] { $unit }: { $count } goal
       *[other] { $unit }: { $count } goals
    }

## My page

rounds-mine = My page
rounds-mine-lead = Write how each goal goes, and send it all at once. Due { $due }. Figures as of { $cutoff }.
rounds-mine-lead-late = It was due { $due }. Write how things go, and send it all at once. Figures as of { $cutoff }.
rounds-mine-lead-no-due = Write how each goal goes, and send it all at once. Figures as of { $cutoff }.
rounds-mine-lead-done = There is nothing more to write here. Where something is to be changed, ask whoever accepts it to send it back.
rounds-mode-deviations = This round mostly asks about what is not going as expected: where the goal is met or cannot be judged yet, the mark is enough.
rounds-mine-empty = You have no goals to report on in this round
rounds-mine-empty-text = Here stand the goals that your unit or your position answers for, once the round is open. They come by themselves when the goals are adopted.
rounds-toc = The goals on this page
rounds-toc-fault = to be mended
rounds-values = Measured figures
rounds-value = The figure on { $date }
rounds-value-source = Where the figure comes from
rounds-value-source-hint = For example Well-being survey 2019
rounds-value-said = { $criterion }: { $figure }
rounds-value-said-source = { $criterion }: { $figure } ({ $source })
rounds-wanted = To reach
rounds-wanted-now = On the way: now
rounds-last-value = Last time
rounds-milestones = Milestones that are reached
rounds-milestone-on = Set for { $date }
rounds-goal-due = To be met by { $date }
rounds-goal-who = Responsible: { $who }
rounds-goal-due-who = To be met by { $date }. Responsible: { $who }
rounds-outlook-hint = Where it is heading
rounds-outlook-hint-due = Will the goal be met by { $date }?
rounds-effect-hint = What has changed, and how do we know?
rounds-differs-hint = Only where you judge something else than the figures suggest.
rounds-suggested = The figures suggest
rounds-suggested-none = Write the figures and save; what they suggest will stand here.
rounds-part-criterion = { $criterion }: { $value } against { $asked } – { $mark }
rounds-part-milestones = { $of ->
        [one] Milestones: { $reached } of { $of } reached – { $mark }
       *[other] Milestones: { $reached } of { $of } reached – { $mark }
    }
rounds-against = Judged { $mark }, but the figure { $trend } since last time.
rounds-off-course = When things do not go as agreed
rounds-off-course-hint = We ask this where the goal is partly met or not met. Otherwise you can skip it.
rounds-last-time = Last time: { $round }
rounds-last-time-none = The goal has not been followed up before
rounds-evidence = Evidence
rounds-evidence-none = Nothing is attached.
rounds-evidence-edit = Add or remove evidence
rounds-submit-one = Submit only this goal
rounds-submit-all = { $count ->
        [one] Submit { $count } goal
       *[other] Submit all { $count } goals
    }
rounds-keep = Save draft
rounds-kept = { $count ->
        [one] The draft of { $count } goal is saved
       *[other] The drafts of { $count } goals are saved
    }
rounds-submitted = { $count ->
        [one] { $count } goal is submitted
       *[other] { $count } goals are submitted
    }
rounds-word-saved = Saved at %
rounds-word-away = Not saved: we cannot get through. We will try again.
rounds-word-refused = Not everything is saved. Press “Save draft” to see why.
rounds-see-report = See the report
rounds-returned-by = Sent back by { $name } on { $at }
rounds-field-of = { $number }, { $field }
rounds-gone-draft = The goal is no longer in force. There is nothing more to do; it does not count in the round.
rounds-gone-proposed = The goal is no longer in force. There is nothing more to do; it does not count in the round.
rounds-gone-returned = The goal is no longer in force. There is nothing more to do; it does not count in the round.
rounds-gone-closed = The goal was closed after the round opened. There is nothing more to do; it does not count in the round.
rounds-gone-withdrawn = The goal was withdrawn after the round opened. There is nothing more to do; it does not count in the round.
rounds-gone-superseded = The goal was superseded after the round opened. There is nothing more to do; it does not count in the round.
rounds-over-title = The round takes no more reports
rounds-over-text = “{ $round }” was consolidated or closed while you wrote. Nothing is lost: everything you wrote stands below, for you to copy.
rounds-both-title = Somebody else has saved meanwhile
rounds-both-text = Some of the goals in “{ $round }” were saved by somebody else while you wrote. Both texts stand beside each of them. Save again when the fields say what is to stand.
rounds-both-goal = The fields below hold what you wrote.
rounds-not-all-title = Something could not be saved here
rounds-not-all-text = Some of the goals in “{ $round }” can no longer be written in. The rest is saved, and what you wrote about them stands below, for you to copy.
rounds-copy = What you wrote, and what cannot be saved here
rounds-lost = What you wrote about { $number }

## The overview

rounds-cut-off = Figures as of { $cutoff }.
rounds-cut-off-due = Figures as of { $cutoff }. Due here: { $due }.
rounds-up = The units above
rounds-do-reschedule = Change the dates
rounds-do-open = Open the round
rounds-do-consolidate = Consolidate the round
rounds-do-reopen = Take reports again
rounds-do-close = Close the round
rounds-empty-planned-title = The round is not open yet
rounds-empty-planned-text = When the process consultant opens it, it asks about every goal in force in { $unit } and below.
rounds-empty-unit-title = No goals in the round
rounds-empty-unit-text = { $unit } and the units below were asked about no goal in this round. Choose another unit, or see the other rounds.
rounds-goals = { $count ->
        [one] { $count } goal here and below
       *[other] { $count } goals here and below
    }
rounds-goals-before = { $count ->
        [one] Last time: { $count } goal
       *[other] Last time: { $count } goals
    }
rounds-goals-below = { $count ->
        [one] { $count } goal contributes
       *[other] { $count } goals contribute
    }
rounds-no-goals-below = No goals in the round contribute to this.
rounds-not-relevant = { $count ->
        [one] { $count } goal is not relevant here and does not count.
       *[other] { $count } goals are not relevant here and do not count.
    }
rounds-deviations = What does not go as agreed
rounds-deviations-none = Nothing is partly met, not met or missing after its deadline.
rounds-others = { $count ->
        [one] The one other goal does not deviate.
       *[other] The other { $count } goals do not deviate.
    }
rounds-and-more = { $count ->
        [one] And { $count } goal more.
       *[other] And { $count } goals more.
    }
rounds-to-judge = { $count ->
        [one] { $count } report waits for you
       *[other] { $count } reports wait for you
    }
rounds-accept-this = Accept “{ $title }”
rounds-accept-chosen = Accept those chosen
rounds-accept-all = { $count ->
        [one] Accept the one
       *[other] Accept all { $count }
    }
rounds-accept-hint = Where something is to be mended, open the report and send it back with a note.
rounds-accept = Accept
rounds-accepted = { $count ->
        [one] { $count } report is accepted
       *[other] { $count } reports are accepted
    }
rounds-accepted-none = Tick those you want to accept
rounds-figures-say = The figures suggest { $mark }
rounds-units = The units below
rounds-lamp = Lamp
rounds-submitted-head = Submitted
rounds-accepted-head = Accepted
rounds-assessed-head = Own assessment
rounds-answered-head = Has been answered
rounds-yes = Yes
rounds-no = No
rounds-of = { $part } of { $whole }
rounds-days-late = { $count ->
        [one] { $count } day late
       *[other] { $count } days late
    }
rounds-returned-count = { $count ->
        [one] { $count } sent back
       *[other] { $count } sent back
    }
rounds-own = What { $unit } answers for itself
rounds-changed = Changed since last time
rounds-changed-none = No goal is judged otherwise than last time.
rounds-became = became
rounds-against-figures = Judged against the figures
rounds-against-figures-text = Judged as met while the figures go the wrong way, or as not met while they go the right way.
rounds-elements = The direction { $unit } has set
rounds-not-judged = Not judged
rounds-judge-do = Give your own mark
rounds-areas = The policy areas
rounds-grey = Not judged
rounds-assessment-of = The assessment by { $unit }
rounds-assessment-none = No assessment is written yet.
rounds-assess-write = Write the assessment
rounds-assess-edit = Edit the assessment
rounds-asked = What we ask for
rounds-from-below = What the units below write
rounds-feedback-to = Answers to { $unit }
rounds-feedback-from = Answers from { $unit }
rounds-feedback-none = Nobody has answered yet.
rounds-feedback-give = Give feedback
rounds-feedback-from-to = { $from } to { $to }
rounds-by-at = { $name }, { $at }
rounds-answered-at = Answered { $at }
rounds-answer-waits = Not answered yet
rounds-consequences = Consequences
rounds-consequences-none = None is recorded.
rounds-consequence-give = Record a consequence
rounds-late-here = { $count ->
        [one] { $count } unit is missing after its deadline
       *[other] { $count } units are missing after their deadline
    }
rounds-write-unit = Write for { $unit }
rounds-more = More about the round

## The summary

rounds-summary-of = How it goes: { $unit }
rounds-to-whole = See all of it
rounds-red-none = Nothing is judged as not met.
rounds-asked-of-you = What they ask of you
rounds-asked-none = Nobody asks for anything in this round.

## One report, and its evidence

rounds-report = The report
rounds-to-goal = See the goal
rounds-report-unseen = Nothing is submitted yet. A draft is seen only by those who work in the unit, and those above it.
rounds-history-none = Nothing has happened yet.
rounds-write-do = Write the report
rounds-return-do = Send back
rounds-return-title = Send the report back
rounds-return-note = What it takes
rounds-return-note-hint = Say what is to be changed, so that the unit can do it without asking.
rounds-returned = The report on { $number } is sent back
rounds-returned-note = Sent back
rounds-changed-meanwhile = Somebody has saved something else while you wrote. See what stands now, and send again if it still fits.
rounds-evidence-add = Attach more
rounds-evidence-title = What it shows
rounds-evidence-title-hint = For example Well-being survey of 4th grade
rounds-evidence-one = Fill in one of the three fields below.
rounds-evidence-figure-hint = For example Sick leave 4.2 % (2018: 5.1 %)
rounds-evidence-nothing = Write an address or a figure, or choose a file.
rounds-evidence-attach = Attach
rounds-file-hint = PDF, PNG, JPEG, Word, Excel, PowerPoint, OpenDocument, CSV or text, at most { $count } MB
rounds-file-about = { $kind }, { $name }, { $size }
rounds-file-broken-off = The file did not come all the way through. Try again.
rounds-attached = The evidence is attached
rounds-removed = The evidence is removed
rounds-back-to-mine = Back to my page

## Assessment, answers and consequences

rounds-assess-lead = Write briefly how { $unit } itself sees what stands here and below.
rounds-assess-text = The assessment
rounds-assess-text-hint = What matters most? Three to five sentences are enough.
rounds-assess-asked-hint = What should the committee or the manager above decide on? Leave it empty where you ask for nothing.
rounds-assess-save = Save the assessment
rounds-assessed = The assessment by { $unit } is saved
rounds-judge-title = Your mark on “{ $title }”
rounds-judge-lead = The mark is your own. It is never computed from what stands below.
rounds-judge-save = Save the mark
rounds-judged = { $thenoun } { $number } is judged
rounds-below = The goals below
rounds-grounds = Grounds
rounds-feedback-lead = You answer for { $from }.
rounds-feedback-units = Who gets the answer?
rounds-feedback-nobody = Choose at least one unit.
rounds-feedback-about = What is it about?
rounds-feedback-kind = What kind of answer is it?
rounds-feedback-text = Your answer
rounds-feedback-text-hint = May be empty only where you take note of it.
rounds-feedback-send = Send the answer
rounds-feedback-given = { $count ->
        [one] The answer is sent to { $count } unit
       *[other] The answer is sent to { $count } units
    }
rounds-about-all = All of the follow-up
rounds-consequence = What follows?
rounds-consequence-about = What does it rest on?
rounds-consequence-for = Consequence for { $unit }
rounds-consequence-lead = Consequences come from the governance model’s list and always have grounds.
rounds-consequence-save = Record
rounds-consequence-given = The consequence for { $unit } is recorded
rounds-answers = Feedback
rounds-answers-lead = Whoever receives a follow-up answers it. Here are the answers, and how fast they came.
rounds-answer = Your answer
rounds-answer-do = Answer it
rounds-answer-send = Send the answer
rounds-answered = The answer is sent
rounds-asked-by = { $kind } from { $from }
rounds-measures = How well it is answered
rounds-measure-units = Units that have been answered
rounds-measure-questions = Questions the units have answered
rounds-measure-none = None yet
rounds-measure = { $answered } of { $due } ({ $percent } %)
rounds-measure-days = { $answered } of { $due } ({ $percent } %), half of them within { $days } days
rounds-unanswered = { $count ->
        [one] { $count } unit has not been answered
       *[other] { $count } units have not been answered
    }

## The life of a round

rounds-planned-done = “{ $round } { $year }” is planned
rounds-dates-lead = Figures are cut off first; then the lowest level reports, and later those above. A level without a deadline is not asked.
rounds-deadline-of = Deadline for { $level }
rounds-dates-save = Save the dates
rounds-dates-done = The dates of “{ $round } { $year }” are saved
rounds-opened = { $count ->
        [one] “{ $round } { $year }” is open and asks about { $count } goal
       *[other] “{ $round } { $year }” is open and asks about { $count } goals
    }
rounds-consolidated = “{ $round } { $year }” is being consolidated and takes no more reports
rounds-reopened = “{ $round } { $year }” takes reports again
rounds-close-title = Close “{ $round }”
rounds-close-lead = When the round is closed it is frozen as it stands and cannot be opened again. Answers downwards can still be given.
rounds-close-left = What is missing
rounds-close-left-text = { $silent ->
        [0] Every goal is reported on
        [one] { $silent } goal is not reported on
       *[other] { $silent } goals are not reported on
    }, and { $waiting ->
        [0] no reports wait for an answer
        [one] { $waiting } report waits for an answer
       *[other] { $waiting } reports wait for an answer
    }.
rounds-close-confirm = Close anyway
rounds-close-despite = Yes, what is missing may stay empty
rounds-close-do = Close and freeze the round
rounds-closed-done = “{ $round } { $year }” is closed and frozen

## Across: who is missing, two rounds, what is frozen

rounds-late = Who is missing
rounds-late-lead = { $count ->
        [one] The day after the deadline the nearest manager above is told, and each day after that the next one.
       *[other] The day after the deadline the nearest manager above is told, and every { $count } days the next one.
    }
rounds-late-none = Nobody is missing
rounds-late-none-text = Everybody whose deadline has passed has submitted.
rounds-leader = Leader
rounds-missing = Missing
rounds-missing-of = { $missing } of { $asked } goals
rounds-told = Is told
rounds-told-since = told on { $date }
rounds-told-on = will be told on { $date }
rounds-told-keepers = Whoever keeps the round follows up
rounds-compare-with = Compare with
rounds-compare-none = There is no round to compare with
rounds-compare-none-text = Once there have been two rounds on goals, they can be compared here.
rounds-goal = Goal
rounds-change = Change
rounds-moved = { $count ->
        [0] No goal stands otherwise
        [one] { $count } goal stands otherwise
       *[other] { $count } goals stand otherwise
    }
rounds-moved-new = Not asked before
rounds-moved-gone = Not asked any more
rounds-not-asked = Not asked
rounds-sealed = The frozen round
rounds-sealed-lead = The round stands as it stood when it was closed. The seal shows whether anything has changed since.
rounds-seal = The round’s seal
rounds-seal-now = The seal of what stands now
rounds-seal-holds = Checked: the seal holds
rounds-seal-holds-text = What is kept is, to the last character, what was frozen.
rounds-seal-broken = The seal does not hold
rounds-seal-broken-text = What is kept is not what was frozen. Tell your administrator.
rounds-sealed-download = Download what is frozen as JSON
