using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>Reads the layers of a city sheet by sheet, each over a connection of its own, and all of the same state.</summary>
internal sealed class CityReading(PostGisDatabase database, string id)
{
    private const int Attempts = 3;

    /// <summary>Puts the city together; begins anew where somebody edits it meanwhile.</summary>
    internal AssembledCity Open(IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var (city, sheets, settings) = database.Snapshot(session => All(session, cancel), cancel);
            var assembled = Assemble(sheets, settings, progress, cancel);
            if (IsStill(city))
            {
                return assembled;
            }
        }

        throw Changing();
    }

    /// <summary>The sheets of one layer, each read when it is asked for.</summary>
    internal IEnumerable<SourceLayer> Sheets(string layer, CancellationToken cancel)
    {
        var (city, sheets) = database.Snapshot(
            session =>
            {
                var city = CityRow.Get(session, id);
                var table = LayerTable.All(session, city).FirstOrDefault(table => table.Layer == layer);
                return (city, table is null ? [] : LayerReading.Sheets(database, session, (city, table), cancel));
            },
            cancel);
        foreach (var sheet in sheets)
        {
            cancel.ThrowIfCancellationRequested();
            if (sheet() is { Shapes.Count: > 0 } read)
            {
                yield return read;
            }
        }

        if (!IsStill(city))
        {
            throw Changing();
        }
    }

    private (CityRow City, IReadOnlyList<Func<SourceLayer>> Sheets, AssemblyOptions Settings) All(Session session, CancellationToken cancel)
    {
        var city = CityRow.Get(session, id);
        var tables = LayerTable.All(session, city);
        var settings = SettingRows.Read(session, city);
        return (
            city,
            [.. tables.SelectMany(table => LayerReading.Sheets(database, session, (city, table), cancel))],
            new AssemblyOptions
            {
                Name = settings.Name, BaselineYear = settings.BaselineYear, Plane = settings.Plane,
                Classification = settings.HighestOf(tables.Select(table => table.Layer)),
            });
    }

    private AssembledCity Assemble(
        IReadOnlyList<Func<SourceLayer>> sheets, AssemblyOptions settings, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        try
        {
            return CityAssembly.FromSheets(sheets, settings, progress, cancel);
        }
        catch (UnusableLayersException problems)
        {
            throw new StoreException(
                $"{database.Place}, city {id}", string.Join(' ', problems.Problems), "Import the layers again after correcting this.", problems);
        }
    }

    private bool IsStill(CityRow city) => city.ReadsAs(database.Read(session => CityRow.Find(session, id)));

    private StoreException Changing() => new(
        $"{database.Place}, city {id}", "The city was edited while it was read.", "Wait until the other program has saved its edits, then try again.");
}
