using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Makes layers of a city of delivered ones, each still a sheet of its own, with what the report says of it.</summary>
internal sealed class SheetMapping(ImportRequest request, ImportProblems problems)
{
    /// <summary>The layers that were made.</summary>
    public List<ReadSheet> Sheets { get; } = [];

    /// <summary>What became of every layer, those left out included.</summary>
    public List<ImportedSource> Sources { get; } = [];

    /// <summary>Makes a layer of one whose reference system is known.</summary>
    public void Map(SettledLayer settled)
    {
        var (delivered, mapping, epsg, reason) = settled;
        try
        {
            var mapped = new LayerMapper(delivered, mapping, problems)
            {
                KeepsPersonalData = request.KeepPersonalData,
                Classification = request.Classification,
            }.Map(epsg);
            mapped = PartGrouping.Applied(mapped, mapping, delivered);
            Sheets.Add(new ReadSheet(mapped, mapping, Sources.Count));
            var system = epsg == ReferenceSystems.Local ? "a local metric system" : $"EPSG:{epsg}";
            Sources.Add(new ImportedSource(
                delivered.File,
                delivered.Name,
                mapping.Layer,
                delivered.Shapes.Count,
                epsg,
                [.. settled.Why, $"{system}: {reason}", .. delivered.Notes, .. mapped.Notes, .. EvidenceNotes.Of(mapped.Layer)])
            {
                Readings = mapped.Readings,
                Classification = mapped.Layer.Classification,
            });
        }
        catch (StoreException problem)
        {
            problems.Add(problem);
        }
    }
}
