extension EnglishPhrases {
    static let bookings: [String: [String]] = [
        "start_service": ["I can book a service for you."],
        "start_service_named": ["I can book {subject} for you."],
        "start_test_drive": ["A test drive, gladly."],
        "start_test_drive_named": ["A test drive of the {subject}, gladly."],
        "start_over": ["All right, let's start again."],
        "not_offered_service": ["I'm sorry, we don't do services here."],
        "not_offered_test_drive": ["I'm sorry, we don't offer test drives here."],
        "closed": ["I'm sorry, we are closed on {weekday}s."],
        "closed_holiday": ["I'm sorry, on {day} we are closed for {reason}."],
        "past": ["I'm afraid that day has already passed."],
        "past_time": ["I'm afraid {time} has already passed today."],
        "too_far": ["I'm sorry, I can only book until {day}."],
        "outside_hours": ["On {weekday} we are open from {open} to {close}."],
        "full": ["I'm sorry, nothing is free on {day}."],
        "suggest_day": ["How about {day}?"],
        "times_free": ["On {day} I have {times}. Which one suits you?"],
        "times_free_one": ["On {day} I have {times}. Does that suit you?"],
        "times_taken": ["I'm sorry, that time isn't free. On {day} I have {times}. Which one suits you?"],
        "times_taken_one": ["I'm sorry, that time isn't free. On {day} I only have {times}. Does that suit you?"],
        "times_other": ["I'm sorry, nothing is free then. On {day} I have {times}. Which one suits you?"],
        "times_other_one": ["I'm sorry, nothing is free then. On {day} I only have {times}. Does that suit you?"],
        "openings": ["The next openings are {openings}. Which one suits you?"],
        "openings_one": ["The next opening is {openings}. Does that suit you?"],
        "nothing_free": ["I'm sorry, I find nothing free in the days after that either."],
        "known_customer": ["Welcome back, {first_name}."],
        "email_noted": ["I have noted your email address, {email}."],
        "corrected": ["All right."],
        "read_back_service": [
            "So that's {subject} on {day} at {time}, for {name}, phone number {phone}. Is that right?"
        ],
        "read_back_service_vehicle": [
            "So that's {subject} for your {vehicle} on {day} at {time}, for {name}, phone number {phone}. "
                + "Is that right?"
        ],
        "read_back_test_drive": [
            "So that's a test drive of the {subject} on {day} at {time}, for {name}, phone number {phone}. "
                + "Is that right?"
        ],
        "booked": ["You're all set, {first_name}. We will see you on {day} at {time}."],
        "just_taken": ["I'm sorry, somebody has just taken that time."],
        "dropped": ["All right, I won't book anything."],

        "no_customer": ["I'm sorry, I can't find anybody with the number {phone}."],
        "no_appointments": ["I'm sorry, I find no appointment under that number."],
        "appointment_service": ["{subject} on {day} at {time}"],
        "appointment_test_drive": ["a test drive of the {subject} on {day} at {time}"],
        "appointments": ["You have {appointments}."],
        "confirm_cancellation": ["Shall I cancel {appointment}?"],
        "cancelled": ["Done. I have cancelled {appointment}."],
        "kept": ["All right, it stays as it is."],
        "start_move": ["I have found {appointment}."],
        "confirm_move": ["So I move {subject} to {day} at {time}. Is that right?"],
        "moved": ["Done. Your new appointment is {appointment}."],
        "await_approval": ["A colleague has to confirm that. I will tell you as soon as I know."],
        "approved": ["A colleague has confirmed it."],
        "rejected": ["I'm sorry, a colleague could not confirm that."],
        "rejected_reason": ["I'm sorry, a colleague could not confirm that: {reason}."],
        "approval_expired": ["I'm sorry, nobody could confirm that in time."],
    ]
}
