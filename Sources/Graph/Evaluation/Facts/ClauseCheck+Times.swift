import Conversation

extension ClauseCheck {
    /// Whether the clause says of something that it is booked.
    var isBooked: Bool {
        clause.has([
            " see you ", " all set ", " you are booked ", " you're booked ", " i have booked ", " i've booked ",
            " i booked ", " your new appointment ", " your appointment is ", " i have found ", " i have cancelled ",
            " i have moved ", " i've cancelled ", " i've moved ", " is confirmed ", " is booked for ", " you have ",
        ]) && !clause.has([" do you ", " would you ", " if you have ", " when you have "])
    }

    var isReadBack: Bool { clause.padded.hasPrefix(" so that's ") }

    /// Whether the clause tells opening hours.
    private var isHours: Bool {
        clause.has([" open ", " opens ", " close ", " closes ", " opening hours "]) && !isOffer
    }

    /// Whether the clause offers times.
    private var isOffer: Bool {
        let isOffered = clause.has([
            " how about ", " next opening ", " next openings ", " available ", " is free ", " are free ",
            " i can offer ",
        ])
        return !isNegative && (isOffered || hasTimesAfterHave)
    }

    /// `I have 9 AM or 10 AM`, `I only have noon`.
    private var hasTimesAfterHave: Bool {
        clause.words.indices.contains { index in
            guard clause.words[index].lower == "have", clause.lower(at: index - 1) != "you" else { return false }
            return mentions.contains { mention in
                guard case .time = mention.kind else { return false }
                return mention.words.lowerBound == index + 1
            }
        }
    }

    func timeComplaint(_ times: [TimeOfDay], _ mention: Mention) -> String? {
        let (day, weekday) = day(of: mention)
        if isHours { return hoursComplaint(times, mention, day, weekday) }
        if isOffer {
            return times.contains { evidence.isFree($0, on: day) } ? nil : "was not found free"
        }
        if isBooked, !isNegative {
            let isThere = evidence.appointments.contains { slot in
                times.contains(slot.time) && (day.map { $0 == slot.day } ?? true)
                    && (weekday.map { $0 == slot.day.weekday } ?? true)
            }
            return isThere ? nil : "is the time of no appointment"
        }
        if isReadBack, let kept = evidence.slots.preferredTime.flatMap({ TimeOfDay($0) }), !times.contains(kept) {
            return "is not the time that is kept"
        }
        return times.contains(where: isKnown) ? nil : "is a time from nowhere"
    }

    private func isKnown(_ time: TimeOfDay) -> Bool {
        evidence.times.contains(time) || evidence.caller.times.contains(time) || isHour(time)
            || book.quoted.contains { kind in
                if case .time(let times) = kind { times.contains(time) } else { false }
            }
    }

    /// Whether the house opens or closes at that time on any day.
    private func isHour(_ time: TimeOfDay) -> Bool {
        let spans = Weekday.allCases.compactMap { book.hours[$0] } + book.hours.exceptions.values.compactMap(\.span)
        return spans.contains { $0.open == time || $0.close == time }
    }

    private func hoursComplaint(_ times: [TimeOfDay], _ mention: Mention, _ day: Day?, _ weekday: Weekday?) -> String? {
        var spans: [OpeningHours.Span] = []
        if let day {
            spans = [book.hours.span(on: day)].compactMap { $0 }
        } else if let weekday {
            let days = evidence.days.filter { $0.weekday == weekday }
            spans = ([book.hours[weekday]] + days.map { book.hours.span(on: $0) }).compactMap { $0 }
        } else {
            return times.contains(where: isKnown) ? nil : "is a time from nowhere"
        }
        let all = mentions.filter { if case .time = $0.kind { true } else { false } }
        let isFirstOfTwo = all.count == 2 && all.first == mention
        let isLastOfTwo = all.count == 2 && all.last == mention
        let isTrue = spans.contains { span in
            (times.contains(span.open) && !isLastOfTwo) || (times.contains(span.close) && !isFirstOfTwo)
        }
        return isTrue ? nil : "is not when the house opens or closes"
    }
}
