# Contacts, their orders, and the requests: what their screens say.
form-contact-intro = One e-mail on each line. Phones as kind: number. Addresses as street; town; region; postcode; country.
view-mine = With me
view-unassigned = With nobody yet
view-waiting = All that wait
view-all = All
view-done = Done
view-sent = My tickets: sent by me
views-title = Views
views-none = No view of that name. / filters by hand.
assign-title = Give request #{ $number } to
assign-none = Nobody of that name within your reach may decide it.
assign-title-marked = Give { $count } requests to
form-reject-marked = Reject { $count } requests, all for
priority-title = Priority of { $count } requests
tickets-reopened = { $count } requests are open again (entry { $entry }).
reject-typed = as typed
reject-lately = given lately
reject-none = Type the reason; it is sent to the requester.
ticket-with = With
ticket-opened = Sent { $at }
ticket-no-journal = The rest stands in the journal, which you may not see.
ticket-reopened = Request #{ $number } is open again (entry { $entry }).
section-history = History
form-ask-user = Ask for a new user
form-ask-user-intro = One request; the user is made when it is approved.
ask-title = What is asked for
ask-none = No request of that kind. Something else is asked for in words.
ask-about-new_user = names, e-mail, position, applications
ask-about-change_rights = at the user: tick the rights, then w
ask-about-deactivate = at the user: D, with a reason
ask-about-other = in words
ask-hint-change_rights = Open the user (Enter), tick the rights with Space, then w sends them as a request.
ask-hint-deactivate = Select the user, then D: the reason is asked for, and w sends the request.
form-send-intro = Asked for: { $kinds }. Nothing changes until a request is approved.
form-send =
    { $count ->
        [one] Send as a request
       *[other] Send as { $count } requests
    }
order-theirs = { $list }, as saved meanwhile: { $names }
order-yours = { $list }, as you staged it: { $names }
