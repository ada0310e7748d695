# The pages of dialogue meetings, and who may do what.

## Who may

denied-keep-meeting = Dialogue meetings are planned by the committee's chair, the head right under the committee, the executive board or the process consultant.
denied-choose-meeting-form = The committee's chair records which form the committee chose; so does the process consultant.
denied-prepare-meeting = The preparation is written by the unit's leader, a leader above it or the process consultant.
denied-give-meeting-input = Input is written down by the unit's leader, its employees or its board.
denied-scribe-meeting = The scribe is the committee's chair, the head right under the committee, the executive board or the process consultant.
denied-comment-minutes = Minutes are commented on by those who were at the meeting.
denied-approve-minutes = The committee's chair records that the committee approved the minutes; so does the process consultant.
denied-keep-briefing = The briefing is written by the committee's chair, the head right under the committee, the controller, the executive board or the process consultant.

## The room's front page

menu-meetings = Meetings
meetings-rooms = Kinds of meetings and papers
meetings-room-dialogue = Dialogue meetings
meetings-room-briefing = Briefing
meetings-lead = Here the committee meets those who do the work. What is said becomes guideposts, and everybody can see where they came from.
meetings-new = Plan a meeting
meetings-empty = No dialogue meetings yet
meetings-empty-text = The administration plans a meeting and proposes its form. The committee chooses the form, the units prepare, and at the meeting you word guideposts together.
meetings-now = Running now
meetings-now-none = No meetings are running.
meetings-ahead = Meetings ahead
meetings-ahead-none = No meetings are planned.
meetings-after = Minutes under way
meetings-after-none = No minutes are waiting.
meetings-held = Finished meetings
meetings-held-none = Meetings stand here when their minutes are approved.
meetings-no-day = No day set
meetings-when = { $date } at { $time }
meetings-units = { $count ->
    [one] { $count } unit to be invited
   *[other] { $count } units to be invited
}
meetings-ready = { $units ->
    [one] { $ready } of { $units } unit is ready
   *[other] { $ready } of { $units } units are ready
}
meetings-drafts = { $drafts ->
    [0] No guideposts worded
    [one] { $drafts } guidepost worded, { $proposed } proposed
   *[other] { $drafts } guideposts worded, { $proposed } proposed
}
meetings-form-waits = The committee has not chosen the form yet
meetings-seat-now = { $unit } (now { $now })
meetings-speaker-of = { $speaker } from { $unit }

## The words

meeting-form-alike = model 1: all of the same kind
meeting-form-mixed = model 2: different kinds together
meeting-form-single = model 3: one unit alone
meeting-form-hint-alike = A conference with all institutions of the same kind.
meeting-form-hint-mixed = A conference across kinds, about an area or a theme.
meeting-form-hint-single = A meeting with a single institution or department.
meeting-state-planned = planned
meeting-state-invited = invited
meeting-state-running = running
meeting-state-minutes-draft = minutes being written
meeting-state-for-comments = for comments
meeting-state-amended = being amended
meeting-state-approved = approved
meeting-state-cancelled = called off
meeting-verb-edit = be changed
meeting-verb-choose-form = have its form chosen
meeting-verb-invite = be sent out
meeting-verb-prepare = be prepared
meeting-verb-start = be opened
meeting-verb-scribe = be noted
meeting-verb-end = be ended
meeting-verb-resume = be resumed
meeting-verb-write-minutes = have its minutes written
meeting-verb-circulate = be sent for comments
meeting-verb-comment = be commented on
meeting-verb-amend = have comments worked in
meeting-verb-approve = have its minutes approved
meeting-verb-propose = pass guideposts on
meeting-verb-cancel = be called off
speaker-politician = politician
speaker-unit = leader
speaker-employee = employee
speaker-board = board
speaker-administration = administration
input-from-employees = the employees
input-from-board = the board
topic-status = Status
topic-conditions = Conditions
topic-challenges = Challenges
topic-needs = Needs for development
topic-employees = The employees
topic-board = The board
topic-hint-status = How are things going, with last year's goals too?
topic-hint-conditions = What do you work under that the committee should know?
topic-hint-challenges = What is difficult just now?
topic-hint-needs = What would you like to develop in the coming years?

## Planning

meetings-plan-lead = Write who meets about what. The form is the administration's proposal; the committee chooses it afterwards.
meetings-plan-do = Plan the meeting
meetings-edit = Change the meeting
meetings-title-hint = For example Dialogue meeting with all schools
meetings-hosts = Committees
meetings-committee = Committee
meetings-hosts-hint = Choose several where the committees hold the meeting together. The topmost is the host.
meetings-year = Year
meetings-year-fault = Write a year, for example 2020.
meetings-step = Step of the annual wheel
meetings-form-proposed = Proposed form
meetings-grounds = Grounds for the form
meetings-grounds-hint = What the committee needs to know to choose: facilitation, joint meetings, experience from last time.
meetings-kind = Kind of unit
meetings-kind-hint = For model 1. If you choose no units below, all of the kind are invited.
meetings-area = Area
meetings-area-hint = For model 2, for example the northern part of the municipality.
meetings-theme = Theme
meetings-units-invited = Units to invite
meetings-units-hint = Institutions and departments with tasks for citizens or businesses.
meetings-facilitation = Facilitation
meetings-facilitation-hint = Who leads the conversation, and how?
meetings-day = Day
meetings-begins = Begins at
meetings-begins-hint = For example 15.30
meetings-begins-fault = Write a time of day, for example 15.30.
meetings-place = Place
meetings-agenda = Agenda
meetings-agenda-hint = One item in each row. Empty rows do not count; if you need more, save and change again.
meetings-agenda-title = Item
meetings-agenda-minutes = Minutes
meetings-agenda-lead = What you will talk about
meetings-agenda-fault = Row { $row }: write a title of at most 200 characters and the minutes as a number.
meetings-agenda-none = The agenda has not been written yet.
meetings-agenda-last-year = Follow-up on last year's goals
meetings-agenda-units = The units tell: status, conditions and challenges
meetings-agenda-wishes = The committee's wishes
meetings-agenda-guideposts = We word guideposts
meetings-agenda-closing = What happens now?
meetings-agenda-lead-last-year = What did we reach, what effect did it have, and what have we learned?
meetings-agenda-lead-units = Each unit briefly tells the most important from its preparation.
meetings-agenda-lead-wishes = What do the politicians want of development, results and practice?
meetings-agenda-lead-guideposts = Write a few guideposts that everybody in the room recognises.
meetings-agenda-lead-closing = Minutes, comments, and when the committee decides.
meetings-conflict = Somebody else saved meanwhile. Read both texts, and save the one that shall stand.
meetings-planned-done = { $meeting } is planned. The committee can now choose the form.
meetings-saved-done = { $meeting } is saved.

## The meeting's page

meetings-about = About the meeting
meetings-form-title = The form of the meeting
meetings-chosen-on = Chosen by the committee { $date }
meetings-units-title = The units
meetings-units-none = No units are invited yet.
meetings-minutes-long = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
meetings-ends = Ends at { $time }
meetings-unit-ready = Ready
meetings-unit-writing = Writing
meetings-unit-nothing = Not begun
meetings-absent = Was not there
meetings-to-briefing = The committee's briefing
meetings-more = What else you can do
meetings-to-meeting = To the meeting
meetings-was-cancelled = The meeting is called off
meetings-do-form = Record the committee's choice of form
meetings-do-form-again = Change the committee's choice of form
meetings-do-invite = Invite the units
meetings-do-start = Open the meeting
meetings-do-scribe = Note the meeting
meetings-do-board = Show on the projector
meetings-do-end = End the meeting
meetings-do-resume = Resume the meeting
meetings-do-minutes = Write the minutes
meetings-do-comment = Read and comment on the minutes
meetings-do-read-minutes = Read the minutes
meetings-do-prepare = Prepare
meetings-do-propose = Propose to the committee
meetings-waits-form = Waiting for the committee to choose the form of the meeting.
meetings-waits-invite = Waiting for the units to be invited.
meetings-waits-day = The units are preparing.
meetings-waits-minutes = The minutes are being written.
meetings-waits-comments = The minutes are with those who were there.
meetings-waits-approval = Waiting for the committee to approve the minutes.
meetings-form-lead = The committee chooses the form on the administration's proposal. The form may differ from area to area and from year to year.
meetings-form-choice = The committee chose
meetings-form-note = The committee's remarks
meetings-form-note-hint = For example wishes for facilitation, or a joint meeting with another committee.
meetings-form-do = Record the choice
meetings-form-done = The committee's choice for { $meeting } is recorded.
meetings-invited-done = The units are invited to { $meeting }. Now they can prepare.
meetings-started-done = { $meeting } is running. Write what is said.
meetings-ended-done = { $meeting } is over. Now the minutes are written.
meetings-resumed-done = { $meeting } is resumed.
meetings-cancel = Call the meeting off
meetings-cancel-lead = The meeting stays on the list, so that everybody can see why it was called off.
meetings-cancel-why = Why is it called off?
meetings-cancel-do = Call the meeting off
meetings-cancelled-done = { $meeting } is called off.

## Preparation

meetings-preparation-of = Preparation: { $unit }
meetings-preparation-lead = What the unit wants the committee to know before the meeting.
meetings-preparation-ready = Ready to be read by the committee
meetings-preparation-ready-hint = Until then only the unit itself and those who hold the meeting see it.
meetings-preparation-closed = The preparation is closed. Units prepare from when they are invited until the meeting opens.
meetings-preparation-done = The preparation for { $unit } is saved.
meetings-preparation-ready-done = The preparation for { $unit } is ready and can be read by the committee.
meetings-brings = What the unit tells
meetings-brings-none = There is nothing to read yet. The unit says itself when it is ready.
meetings-inputs = From employees and board
meetings-inputs-none = Nobody has written anything yet. The leader talks with employees and board before the meeting and writes the most important here.
meetings-input-add = Add input
meetings-input-from = Who says it?
meetings-input-text = What do they want said?
meetings-input-do = Add
meetings-input-done = It is written down and will be at the meeting.

## The projector

meetings-board = Projector
meetings-board-place = Item { $place } of { $of }
meetings-board-empty = No agenda
meetings-board-more = { $count ->
    [one] { $count } contribution before these
   *[other] { $count } contributions before these
}
meetings-board-nav = Change item
meetings-board-leave = Leave the projector
meetings-said-title = What was said
meetings-said-none = What is said comes here.

## The scribe

meetings-scribe = Scribe
meetings-scribe-note = Write what is said
meetings-speaker = Who says it?
meetings-speaker-unit = For whom?
meetings-no-unit = Nobody in particular
meetings-said = What is said?
meetings-note-do = Write it down
meetings-said-none-yet = Nothing is written down yet. Write the first line above.
meetings-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
meetings-strike = Delete the line
meetings-drafts-title = Guideposts
meetings-drafts-how = Tick what a guidepost comes from, and write it below.
meetings-drafts-yet = The guideposts come here when they are worded.
meetings-drafts-none = No guideposts were worded at the meeting.
meetings-draft-new = Word a guidepost
meetings-draft-tick = Tick the lines it comes from.
meetings-draft-title = The guidepost
meetings-draft-text = What we mean by it
meetings-draft-from-label = It comes from
meetings-draft-from = Builds on: { $who }
meetings-draft-lines = { $count ->
    [one] From { $count } line
   *[other] From { $count } lines
}
meetings-draft-do = Save the guidepost
meetings-wording = Wording { $wording }
meetings-reword = Reword
meetings-reword-lead = The wording that stands now is kept, so that you can see how the guidepost came to be.
meetings-reword-do = Save the new wording
meetings-strike-draft = Give the guidepost up
meetings-struck-done = The line is deleted.
meetings-mended-done = The line is mended.
meetings-worded-done = “{ $title }” is written down.
meetings-reworded-done = “{ $title }” has a new wording.
meetings-draft-struck-done = The guidepost is given up.
meetings-there = { $came } of { $of } units are here
meetings-there-legend = Units that are here
meetings-attended-done = Who is here is saved.
meetings-unsent = Not sent yet. The lines are safe in the browser and are sent when the network is back.
meetings-waiting = Sending …
meetings-unsent-login = You have been logged out. Log in again in another tab; the lines are safe here.
meetings-unsent-drop = Remove the line

## Minutes

meetings-minutes = Minutes
meetings-minutes-lead-draft = Draft. Write what shall stand beside what was noted, and send it to those who were there.
meetings-minutes-lead-comments = With those who were at the meeting, for comments.
meetings-minutes-lead-amended = The comments are being worked in. Afterwards the committee approves the minutes.
meetings-minutes-lead-approved = Approved by the committee.
meetings-minutes-lead-none = The minutes are written when the meeting has been held.
meetings-held-on = Held
meetings-there-word = Present
meetings-absent-word = Not present
meetings-minutes-text = The text of the minutes
meetings-minutes-hint = What was noted comes along by itself, item by item.
meetings-other-lines = What else was said
meetings-comments = Comments
meetings-comments-none = Nobody has commented.
meetings-comment = Your comment
meetings-comment-do = Send the comment
meetings-do-circulate = Send for comments
meetings-do-amend = Close for comments
meetings-do-approve = Record the committee's approval
meetings-minutes-done = The minutes are saved.
meetings-circulated-done = The minutes are sent to those who were there.
meetings-commented-done = Your comment is sent.
meetings-amended-done = No more comments are taken. Mend the minutes, and let the committee approve them.
meetings-approved-done = The minutes of { $meeting } are approved.

## Guideposts to the committee

meetings-propose = Propose the guidepost
meetings-propose-lead = The guidepost comes into the chain as a proposal to the committee. The way back to what was said comes along.
meetings-propose-owner = Which committee shall adopt it?
meetings-propose-under = It stands under
meetings-propose-into = New, or part of one you have?
meetings-propose-into-hint = If it says the same as a guidepost the committee has already, they become one.
meetings-propose-new = A new guidepost
meetings-propose-do = Propose to the committee
meetings-proposed-done = { $number } { $title } is now with the committee.

## Where an element comes from

chain-origin = Where it came from
chain-origin-through = Through
chain-origin-from = It was worded from:
chain-origin-before = Earlier wordings

## Briefing

briefing-lead = The committee's paper before the dialogue meetings: how the goals are going, what has changed, and what the units say.
briefing-title = Briefing { $year }: { $committee }
briefing-none = No briefing yet
briefing-none-text = The administration assembles a briefing for the committee before the dialogue meetings begin. It can be read here when it has been sent.
briefing-none-yours = Begin a briefing. The goals, the changes and what the units say are put in by themselves.
briefing-to-committee = To the committee
briefing-begin = Begin a briefing
briefing-begin-lead = It is assembled from what we know now. Afterwards you add to it and leave out.
briefing-begin-do = Begin the briefing
briefing-writing = Being written
briefing-writing-lead = Still being written. The committee sees it when it is sent.
briefing-sent-on = Sent { $date }
briefing-send = Send to the committee
briefing-edit = Write and leave out
briefing-edit-lead = Write what the committee should notice. Untick what shall not be in it; the sources follow the rest.
briefing-draw = Fetch the figures again
briefing-toc = Sections
briefing-drawn = The figures were fetched { $at }.
briefing-seal = Seal:
briefing-seal-holds = The paper is unchanged since it was sent.
briefing-seal-broken = The paper does not fit its seal. Tell your administrator.
briefing-source = Source:
briefing-source-preparation = the unit's preparation
briefing-source-meeting = the meeting
briefing-lines = Lines that are in it
briefing-more = { $count ->
    [one] And { $count } more in the follow-up.
   *[other] And { $count } more in the follow-up.
}
briefing-figure-wanted = { $value }, should be { $wanted }
briefing-figure-began = { $said }, began at { $began }
briefing-figure-from = { $said }. { $from }
briefing-unit-opened = New from { $date }.
briefing-unit-closed = Closed { $date }.
briefing-unit-closed-into = Closed { $date }; { $unit } carries the work on.
briefing-section-opening = For discussion
briefing-section-goals = Last year's goals
briefing-section-guideposts = The guideposts today
briefing-section-figures = Figures and satisfaction
briefing-section-changes = What has changed
briefing-section-voices = What the units say
briefing-section-meetings = The year's dialogue meetings
briefing-empty-opening = Here you write yourself.
briefing-empty-goals = No goals are off course in the last closed follow-up.
briefing-empty-guideposts = The committee has no guideposts in the last closed follow-up.
briefing-empty-figures = No figures were reported in the last closed follow-up.
briefing-empty-changes = Nothing has changed in the last year.
briefing-empty-voices = No units have said that their preparation is ready. Fetch the figures again when they have.
briefing-empty-meetings = The year's dialogue meetings are not planned yet.
briefing-hint-opening = What shall the committee talk about and decide? Mention the form of the meetings too.
briefing-hint-goals = What should the committee notice about the goals?
briefing-hint-guideposts = Are the guideposts still the right ones?
briefing-hint-figures = What do the figures tell, and what do they not tell?
briefing-hint-changes = New legislation, new policies, new tasks.
briefing-hint-voices = What recurs across the units?
briefing-hint-meetings = Proposals for form and facilitation.
briefing-begun-done = Briefing { $year } for { $committee } is begun.
briefing-drawn-done = The figures in briefing { $year } for { $committee } are fetched again.
briefing-saved-done = Briefing { $year } for { $committee } is saved.
briefing-sent-done = Briefing { $year } is sent to { $committee } and stands for good.

## Tasks and the next meeting on the overview
overview-meetings-prepare = { $count ->
        [one] A dialogue meeting is to be prepared
       *[other] { $count } dialogue meetings are to be prepared
    }
overview-meetings-choose = { $count ->
        [one] A dialogue meeting has no form yet
       *[other] { $count } dialogue meetings have no form yet
    }
overview-meetings-approve = { $count ->
        [one] Minutes are to be approved
       *[other] The minutes of { $count } meetings are to be approved
    }
overview-meeting-prepare = Prepare for “{ $meeting }”
overview-meeting-choose = Choose the form of “{ $meeting }”
overview-meeting-approve = Approve the minutes of “{ $meeting }”
overview-next-meetings = Next meetings
meetings-host-own = Choose the committee you hold meetings for as well. It can hold the meeting together with others.
