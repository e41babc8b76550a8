import SCTP
import Timing

extension FuzzTarget {
    /// The chunks of an established association, under the right tag and checksum.
    static let sctp = FuzzTarget(name: "sctp") {
        try AssociationStage.seeds()
    } feed: { input in
        var stage = AssociationStage()
        for step in Script(input) { stage.take(step) }
    }
}
