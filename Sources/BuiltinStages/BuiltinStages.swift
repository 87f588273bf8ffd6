import ExtractStage
public import LinecasterKit
import NormalizeStage
import RepairStage
import SegmentStage
import SummarizeStage

/// The stages that come with linecaster, in the order of the reference.
public let builtinStages: [StageDescriptor] = [
    normalize,
    repair,
    segment,
    extract,
    summarize,
]
