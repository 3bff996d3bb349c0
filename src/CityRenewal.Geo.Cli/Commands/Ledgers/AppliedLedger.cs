using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Versions;
using CityRenewal.Geo.Stores.Ledgers;

namespace CityRenewal.Geo.Cli.Commands.Ledgers;

/// <summary>Puts recorded corrections into the buildings of a city, through the same door as an import.</summary>
internal static class AppliedLedger
{
    /// <summary>The version that was made; empty where the layer says all of it already.</summary>
    public static IReadOnlyList<LayerChange> Bring(
        string path, (DateOnly Date, string Document) by, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        var buildings = CityFile.ReadLayers(path, progress, cancel).FirstOrDefault(layer => layer.Name == LayerNames.Buildings);
        var origin = FormattableString.Invariant($"一幢一档 building ledger, {by.Document}, {by.Date:yyyy-MM-dd}");
        var corrected = buildings is null ? null : LedgerCorrections.Applied(buildings, LedgerRecords.Read(path), origin);
        return corrected is null || corrected == buildings
            ? []
            : ImportTarget.At(path, replace: false).Bring([corrected], new AssemblyOptions(), progress, cancel).Changes ?? [];
    }
}
