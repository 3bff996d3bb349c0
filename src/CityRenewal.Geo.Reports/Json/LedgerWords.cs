using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>The words of the area ledger, for machines and for people.</summary>
public static class LedgerWords
{
    /// <summary>The classes of the ledger in their order: wire name, label, m².</summary>
    public static IEnumerable<(string Wire, string Label, double SquareMetres)> ClassesOf(AreaLedger ledger) =>
    [
        ("parcel_m2", "地块 parcel", ledger.ParcelsM2),
        ("street_m2", "道路 street", ledger.StreetsM2),
        ("water_m2", "水域 water", ledger.WaterM2),
        ("void_m2", "空隙 void", ledger.VoidsM2),
        ("overlap_m2", "重叠 overlap", ledger.OverlapsM2),
    ];

    /// <summary>Where the study area comes from.</summary>
    public static (string Wire, string Label) SourceOf(StudyAreaSource source) => source switch
    {
        StudyAreaSource.Given => ("given", "给定 given"),
        StudyAreaSource.PlanningUnits => ("planning_units", "规划单元并集 union of planning units"),
        StudyAreaSource.Udb => ("udb", "城镇开发边界 urban development boundary"),
        _ => ("assumed", "按地块推定(假设) assumed from the parcels"),
    };
}
