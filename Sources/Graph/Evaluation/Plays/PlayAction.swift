/// What happens in a step of a play.
package enum PlayAction: Hashable, Sendable {
    /// The caller says these words.
    case says(String)
    /// The caller has been silent for a while.
    case silence
    /// The search for a colleague ends.
    case task(TaskEnd)
    /// The clock moves on by so many seconds.
    case later(Int)
    /// Others book until this time is gone.
    case taken(AppointmentPattern)
    /// The latest reply is looked at.
    case check(ReplyCheck)
}
