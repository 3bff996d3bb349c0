namespace CityRenewal.Geo.Defects;

/// <summary>Every kind of defect there is; codes never change their meaning.</summary>
public static class DefectKinds
{
    /// <summary>All kinds: shapes first, then attributes, neighbours, contradictions, layers.</summary>
    public static readonly IReadOnlyList<DefectKind> All =
    [
        GeometryDefects.NullGeometry, GeometryDefects.EmptyGeometry, GeometryDefects.NanCoordinate,
        GeometryDefects.UnclosedRing, GeometryDefects.TooFewVertices, GeometryDefects.SelfIntersection,
        GeometryDefects.SelfTouch, GeometryDefects.Spike, GeometryDefects.RepeatedVertex,
        GeometryDefects.RingOrientation, GeometryDefects.ZeroArea, GeometryDefects.Sliver,
        GeometryDefects.HoleOutsideShell, GeometryDefects.HoleEqualsShell, GeometryDefects.HoleCrossesShell,
        GeometryDefects.ExtraDimension, GeometryDefects.MixedGeometry, GeometryDefects.BrokenGeometry,
        GeometryDefects.SwappedAxes, GeometryDefects.WrongCrsLonLat, GeometryDefects.FarFromLayer,
        GeometryDefects.LayerFarAway, GeometryDefects.DuplicateGeometry, GeometryDefects.DuplicateRotated,
        GeometryDefects.EmptyLayer,
        PlacementDefects.OnlineMapCoordinates, PlacementDefects.LayerShifted,
        AttributeDefects.DuplicateId, AttributeDefects.MissingId, AttributeDefects.MissingAttribute,
        AttributeDefects.MissingStoreys, AttributeDefects.MissingYear, AttributeDefects.BadStoreys,
        AttributeDefects.BadYear, AttributeDefects.BadDanger, AttributeDefects.BadNumber,
        AttributeDefects.NegativeNumber, AttributeDefects.UnknownWord, AttributeDefects.MissingParcelRef,
        AttributeDefects.DanglingParcelRef, AttributeDefects.OutsideAllParcels, AttributeDefects.AreaMismatch,
        AttributeDefects.IntervalValue, AttributeDefects.PartsNotGrouped, AttributeDefects.PartsDisagree,
        AttributeDefects.RepeatedPart, AttributeDefects.StackedFootprints, AttributeDefects.AmbiguousBuilding,
        AttributeDefects.DanglingBuildingRef,
        LedgerDefects.RowWithoutFeature, LedgerDefects.RepeatedKey, LedgerDefects.FeatureWithoutRow, LedgerDefects.ToConfirm,
        .. BorderDefects.All, .. ContradictionDefects.All, .. LayerDefects.All,
    ];

    private static readonly Dictionary<string, DefectKind> ByCode = All.ToDictionary(kind => kind.Code);

    /// <summary>The kind with that code, for its words in Chinese; null where there is none.</summary>
    public static DefectKind? Find(string code) => ByCode.GetValueOrDefault(code);
}
