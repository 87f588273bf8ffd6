extension RandomAccessCollection where Index == Int {
    /// The first index of which a condition does not hold, in a collection in which it holds of all before and of none after.
    @inlinable
    public func partitionPoint(while isBefore: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
