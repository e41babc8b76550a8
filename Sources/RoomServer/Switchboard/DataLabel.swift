/// The labels of LiveKit's data channels.
enum DataLabel {
    static let reliable = "_reliable"
    static let lossy = "_lossy"
}
