using System.Text;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Samples.Offices;
using CityRenewal.Geo.Stores.Deliveries;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Writes a sample city as the folder of files that its offices would hand over.</summary>
internal static class OfficeFolder
{
    public static int Write(string folder, SampleOptions options, bool json, StageLine progress, CancellationToken cancel)
    {
        var delivery = OfficeDelivery.Of(options, progress, cancel);
        DeliveredFolder.Write(folder, unfinished =>
        {
            foreach (var file in delivery.Files)
            {
                cancel.ThrowIfCancellationRequested();
                Put(unfinished, file);
            }

            foreach (var file in Tables(delivery))
            {
                DeliveredFolder.Put(unfinished, file);
            }
        });
        progress.Dispose();
        LayerTable.Print([.. delivery.Files.SelectMany(Described)], folder, json);
        return ExitCode.Done;
    }

    private static void Put(string folder, OfficeFile file)
    {
        var habits = new ShapefileHabits(file.Encoding, file.SaysSystem, file.SaysEncoding);
        var shapefiles = file.Layers.SelectMany(layer => ShapefileOutput.Of(layer, habits));
        switch (file.Format)
        {
            case OfficeFormat.GeoPackage:
                ForeignGeoPackage.Write(
                    Path.Combine(folder, file.Name), [.. file.Layers.Select(layer => new ForeignLayer(layer, new Dictionary<int, ForeignForm>()))]);
                break;
            case OfficeFormat.GeoJson:
                DeliveredFolder.Put(folder, GeoJsonOutput.Of(file.Layers[0]));
                break;
            case OfficeFormat.ZipOfShapefiles:
                DeliveredFolder.Put(folder, ZipOutput.Of(file.Name, [.. shapefiles]));
                break;
            default:
                foreach (var part in shapefiles)
                {
                    DeliveredFolder.Put(folder, part);
                }

                break;
        }
    }

    private static IEnumerable<WrittenFile> Tables(OfficeDelivery delivery)
    {
        foreach (var ledger in delivery.Ledgers)
        {
            yield return ledger.Name.EndsWith(".xlsx", StringComparison.Ordinal)
                ? XlsxOutput.Of(ledger.Name, new Workbook(ledger.Sheet, ledger.Rows, ledger.Merged))
                : CsvOutput.Of(ledger.Name, "GB18030", ledger.Rows.Select(row => row.Select(cell => cell?.ToString()).ToArray()));
        }

        string[] head = ["file", "layer", "id", "column", "written", "value"];
        yield return CsvOutput.Of(
            "truth/truth.csv", "UTF-8",
            [head, .. delivery.Truth.Select(truth => new[] { truth.File, truth.Layer, truth.Id, truth.Column, truth.Written, truth.Value })]);
        yield return new WrittenFile("mapping.yaml", Encoding.UTF8.GetBytes(delivery.Mapping.ReplaceLineEndings("\n")));
    }

    private static IEnumerable<SourceLayer> Described(OfficeFile file) => file.Layers.Select(layer => new SourceLayer
    {
        Name = file.Layers.Count > 1 ? $"{file.Name}/{layer.Name}" : file.Name,
        Epsg = layer.Epsg,
        Shapes = layer.Shapes,
        Columns = layer.Columns,
        Origin = "generated sample",
    });
}
