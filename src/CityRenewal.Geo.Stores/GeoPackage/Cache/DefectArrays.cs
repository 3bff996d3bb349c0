using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.GeoPackage.Cache;

/// <summary>The defects of an assembled city as a fixed sequence of arrays.</summary>
internal static class DefectArrays
{
    internal static void Write(ArrayWriter target, IReadOnlyList<Defect> defects)
    {
        target.Write(TextColumn.From(defects.Select(defect => defect.Code)));
        target.Write<int>(defects.Select(defect => (int)defect.Severity).ToArray());
        target.Write(TextColumn.From(defects.Select(defect => defect.Layer)));
        target.Write(TextColumn.From(defects.Select(defect => defect.Id)));
        target.Write<long>(defects.Select(defect => defect.Fid).ToArray());
        target.Write<double>(defects.Select(defect => defect.X).ToArray());
        target.Write<double>(defects.Select(defect => defect.Y).ToArray());
        target.Write(TextColumn.From(defects.Select(defect => defect.Message)));
        target.Write(TextColumn.From(defects.Select(defect => defect.Remedy)));
    }

    internal static IReadOnlyList<Defect> Read(ArrayReader source)
    {
        var code = source.ReadTexts();
        var severity = source.Read<int>();
        var (layer, id) = (source.ReadTexts(), source.ReadTexts());
        var fid = source.Read<long>();
        var (x, y) = (source.Read<double>(), source.Read<double>());
        var (message, remedy) = (source.ReadTexts(), source.ReadTexts());
        return
        [
            .. Enumerable.Range(0, code.Count).Select(i => new Defect(
                code[i], (Severity)severity[i], layer[i], id[i], fid[i], x[i], y[i], message[i], remedy[i])),
        ];
    }
}
