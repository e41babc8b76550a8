import Foundation

/// The dealership's folder among the sources.
enum SourcePack {
    static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/Graph/Dealership/Business").path
}
