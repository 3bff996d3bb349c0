using System.Globalization;
using CityRenewal.Geo.Reports.Tiles;
using CityRenewal.Geo.Service.Faults;

namespace CityRenewal.Geo.Service.Tiles;

/// <summary>Reads which tile an address names; y may carry one of the endings that map programs write.</summary>
internal static class TileRequest
{
    private static readonly string[] Endings = [".mvt", ".pbf"];

    /// <exception cref="BadRequestException">Lists every number that names no tile.</exception>
    public static TileAddress Read(RouteValueDictionary values)
    {
        var problems = new List<FieldProblem>();
        var zoom = NumberOf(values, "z", TileAddress.DeepestZoom, problems);
        var last = problems.Count == 0 ? (1 << zoom) - 1 : int.MaxValue;
        var column = NumberOf(values, "x", last, problems);
        var row = NumberOf(values, "y", last, problems);
        return problems.Count == 0 ? new TileAddress(zoom, column, row) : throw new BadRequestException(problems);
    }

    private static int NumberOf(RouteValueDictionary values, string field, int last, List<FieldProblem> problems)
    {
        var text = (string)values[field]!;
        var ending = field == "y" ? Array.Find(Endings, known => text.EndsWith(known, StringComparison.Ordinal)) : null;
        var digits = text.AsSpan(0, text.Length - (ending?.Length ?? 0));
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= last)
        {
            return number;
        }

        var said = text.Length > 20 ? string.Concat(text.AsSpan(0, 20), "…") : text;
        problems.Add(new FieldProblem(field, $"'{said}' names no tile; write a whole number from 0 to {last}."));
        return 0;
    }
}
