package import Supervision

/// Where a session is heard and spoken: a call, or a chat.
///
/// It is given exactly these effects, one after the other: `say`, `withdraw`, `silence`, `abandonAnswer`, `holdTurns`,
/// `quiet`, `answer`, `typed`, `end` and `remove`. All others are the desk's own. It returns as soon as it knows what is to
/// be done, and tells the desk what becomes of it by events: `speechBegan`, `speechEnded`, `cutOff`, `thinking`,
/// `answered`, `ended`.
package protocol ControlStage: Sendable {
    func perform(_ effect: SessionControl.Effect) async
}
