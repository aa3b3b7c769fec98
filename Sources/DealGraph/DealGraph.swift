@_exported import DealExtraction
@_exported import DealLoops
@_exported import DealModel
@_exported import DealReading
@_exported import DealText
