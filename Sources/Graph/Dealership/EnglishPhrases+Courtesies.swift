extension EnglishPhrases {
    /// By key; several wordings are for the first, second, third time.
    static let courtesies: [String: [String]] = [
        "greeting": ["Thank you for calling {house}. How can I help you today?"],
        "greet_back_morning": ["Good morning!"],
        "greet_back_afternoon": ["Good afternoon!"],
        "greet_back_evening": ["Good evening!"],
        "still_there": ["Are you still there?", "I'm still here."],
        "silent_goodbye": ["I can't hear you, so I will hang up now. Please call again any time. Goodbye."],
        "goodbye": ["Thank you for calling {house}. Goodbye."],
        "unfinished": ["Before you go: your booking is not made yet."],
        "offer_help": ["What can I do for you?"],
        "nothing_to_repeat": ["I haven't said anything yet. How can I help?"],
        "welcome": ["You're very welcome."],
        "introduction": ["I'm well, thank you. I'm the automated assistant of {house}."],
        "robot": ["Yes, I'm a computer: the automated assistant of {house}. I can also find you a colleague."],
        "help": [
            "I can answer questions, book a service or a test drive, and move or cancel an appointment. "
                + "For example, say: I need an oil change on Tuesday."
        ],
        "slower": ["Of course, more slowly."],
        "take_your_time": ["Of course, take your time."],
        "listening": ["I'm listening."],
        "nice_to_meet": ["Nice to meet you, {first_name}."],
        "abuse": [
            "I'm sorry that you are upset. I would like to help.",
            "I understand that you are angry. If you like, we can end this call here, or I find you a colleague.",
            "I'm going to end this call now. Please call again any time. Goodbye.",
        ],
        "out_of_scope": [
            "Sorry, I didn't quite get that. You can ask a question, or book a service or a test drive.",
            "I'm sorry, I still didn't get that. You can say, for example: how late are you open, "
                + "or: I need an oil change tomorrow.",
            "I'm sorry, that is more than I can help with.",
        ],
        "too_long": ["That was a lot at once. Please tell me in one sentence what you need."],
        "trouble": ["I'm sorry, I can't look that up right now."],
        "bridge": ["Now, back to where we were.", "So, where were we?"],

        "hours_open": ["On {weekday} we are open from {open} to {close}."],
        "hours_closed": ["On {weekday} we are closed."],
        "exception_open": ["On {day}, {reason}, we are open from {open} to {close}."],
        "exception_closed": ["On {day} we are closed for {reason}."],
        "price_range": ["{service} costs between {min} and {max}, and takes about {duration}."],
        "price_exact": ["{service} costs {price}, and takes about {duration}."],
        "duration": ["{service} takes about {duration}."],
        "services": ["We do {services}, among others."],
        "car_new": ["We have a new {year} {make} {model} in {color} for {price}."],
        "car_used": ["We have a used {year} {make} {model} in {color} for {price}."],
        "cars": ["We have {count} of those, for example the {cars}."],
        "no_such_car": ["I'm sorry, we don't have the {wanted} at the moment."],
        "no_such_car_nearest": [
            "I'm sorry, we don't have the {wanted} at the moment. What comes nearest is the {cars}."
        ],
        "no_such_kind": ["I'm sorry, we don't have such a car at the moment."],
        "no_such_kind_nearest": [
            "I'm sorry, we don't have such a car at the moment. What comes nearest is the {cars}."
        ],
        "no_answer": ["I'm sorry, I don't know that."],

        "checking_for_human": [
            "Let me see whether a colleague is free. That takes a moment. Meanwhile, I'm here for you."
        ],
        "checking_for_human_department": [
            "Let me see whether somebody in {department} is free. That takes a moment. Meanwhile, I'm here for you."
        ],
        "still_checking": ["I'm still looking for a free colleague. Just a moment, please."],
        "human_available": ["Great news! A colleague is available and will be with you in a moment."],
        "human_available_named": ["Great news! {name} is available and will be with you in a moment."],
        "callback_scheduled": [
            "None of my colleagues is free right now, so I have scheduled a callback. We will call you as soon as we can."
        ],
    ]
}
