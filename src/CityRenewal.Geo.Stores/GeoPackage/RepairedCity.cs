using System.Globalization;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Registers;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// A city file whose first version is the layers as they were and whose second is the repaired ones: what a repair changed
/// can be read, compared and taken back for ever. A table lists the repairs. The register and the ledger records of the city go along.
/// </summary>
public static class RepairedCity
{
    /// <summary>Writes a repaired city; the file appears under its name only when it is whole.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="city">The city that the layers became.</param>
    /// <param name="layers">All layers as delivered.</param>
    /// <param name="repaired">The layers that were repaired, each with its repairs.</param>
    /// <param name="source">The city file whose register goes along; null where the layers came from other files.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static void Write(
        string path, City city, IReadOnlyList<SourceLayer> layers,
        IReadOnlyList<(SourceLayer Layer, IReadOnlyList<Repair> Repairs)> repaired, string? source = null,
        IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        using var unfinished = new UnfinishedFile(path);
        var options = new CityFileOptions { Name = city.Name, BaselineYear = city.BaselineYear, Plane = city.Plane, Overwrite = true };
        CheckThatItMayBeReplaced(path, source);
        CityFile.Write(unfinished.Path, layers, options, progress, cancel);
        CityFile.Update(unfinished.Path, [.. repaired.Select(layer => layer.Layer)], progress: progress, cancel: cancel);
        using (var file = SqliteFile.OpenToWrite(unfinished.Path, TimeSpan.FromSeconds(5)))
        {
            if (source is not null)
            {
                RegisterCopy.Of(file, source);
            }

            file.Execute("BEGIN");
            AttributeTable.Write(file, "repairs", "修复记录 Repairs", ["code", "layer", "feature_id", "feature_fid", "x", "y", "moved_m", "changed_m2", "what"], repaired.SelectMany(layer => layer.Repairs).Select(Row));
            file.Execute("COMMIT");
        }

        unfinished.Finish();
    }

    private static IReadOnlyList<string?> Row(Repair repair) =>
    [
        repair.Code, repair.Layer, repair.Id, repair.Fid.ToString(CultureInfo.InvariantCulture), Number(repair.X), Number(repair.Y),
        Number(repair.MovedM), Number(repair.ChangedM2), repair.Message,
    ];

    private static string? Number(double value) => double.IsNaN(value) ? null : value.ToString("R", CultureInfo.InvariantCulture);

    private static void CheckThatItMayBeReplaced(string path, string? source)
    {
        if (!File.Exists(path))
        {
            return;
        }

        if (RegisterCopy.WouldLose(path, source))
        {
            throw new StoreException(
                path, "The city file of that name keeps a register or ledger records, and they would be lost.",
                "Choose another name, or move the file away.");
        }

        using var old = SqliteFile.OpenToRead(path);
        if (!old.HasTable("repairs"))
        {
            throw new StoreException(
                path, "There is a file of that name already, and it is no repaired city.", "Choose another name, or delete the file if nobody needs it.");
        }
    }
}
