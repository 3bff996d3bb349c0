using System.Buffers;
using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// The facts of all parcels as a table, one row per parcel. The standard columns are always there, so that a script finds
/// them; where a layer is missing their cells are empty.
/// </summary>
public sealed class FactTable
{
    private const int ChunksAtOnce = 8;

    private FactTable(IReadOnlyList<FactColumn> columns, int rows)
    {
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<FactColumn> Columns { get; }

    /// <summary>Number of rows: parcels.</summary>
    public int Rows { get; }

    /// <summary>The table of a city's parcels.</summary>
    public static FactTable Of(City city, ParcelFacts facts) => new(
        [
            FactColumn.Text("parcel_id", city.Parcels.Ids, i => i),
            FactColumn.Quantity("area_m2", i => facts.AreaM2[i]),
            FactColumn.Quantity("legal_area_m2", i => city.Parcels.LegalAreas[i]),
            .. ThemeColumns(facts),
            .. OutsideColumns(facts),
            .. DivisionColumns(city, facts),
            FactColumn.Count("protected_items", facts.ProtectedItems.CountOf),
            .. BuildingColumns(facts),
        ],
        facts.Count);

    /// <summary>
    /// The table as CSV in UTF-8, the header first, lines ended by a line feed: pieces to be written one after the other, each
    /// valid until the next is asked for.
    /// </summary>
    /// <param name="threads">Threads to use, 0 takes all; the bytes do not depend on it.</param>
    /// <param name="cancel">Ends the work early.</param>
    public IEnumerable<ReadOnlyMemory<byte>> ToCsv(int threads = 0, CancellationToken cancel = default)
    {
        yield return Encoding.UTF8.GetBytes(string.Join(',', Columns.Select(column => Quoted(column.Name))) + "\n");
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : -1, CancellationToken = cancel };
        var buffers = Enumerable.Range(0, ChunksAtOnce).Select(_ => new ArrayBufferWriter<byte>()).ToArray();
        for (var first = 0; first < FixedChunks.CountOf(Rows); first += ChunksAtOnce)
        {
            var chunk = first;
            var count = Math.Min(ChunksAtOnce, FixedChunks.CountOf(Rows) - first);
            Parallel.For(0, count, options, i => WriteRows((chunk + i) * FixedChunks.Size, buffers[i]));
            foreach (var buffer in buffers[..count])
            {
                yield return buffer.WrittenMemory;
            }
        }
    }

    private void WriteRows(int start, ArrayBufferWriter<byte> to)
    {
        to.ResetWrittenCount();
        for (var row = start; row < Math.Min(Rows, start + FixedChunks.Size); row++)
        {
            for (var column = 0; column < Columns.Count; column++)
            {
                if (column > 0)
                {
                    to.Write(","u8);
                }

                Columns[column].Write(row, to);
            }

            to.Write("\n"u8);
        }
    }

    private static IEnumerable<FactColumn> ThemeColumns(ParcelFacts facts)
    {
        var further = facts.Columns.Select(column => column.Name).Except(LayerTheme.Standard.Select(theme => theme.Name));
        foreach (var name in LayerTheme.Standard.Select(theme => theme.Name).Concat(further))
        {
            var column = facts.Column(name);
            yield return column is null
                ? FactColumn.Unknown($"{name}_area_m2")
                : FactColumn.Quantity($"{name}_area_m2", column.AreaOf);
            yield return column is null
                ? FactColumn.Unknown($"{name}_share")
                : FactColumn.Share($"{name}_share", column.ShareOf);
        }
    }

    private static IEnumerable<FactColumn> OutsideColumns(ParcelFacts facts)
    {
        if (facts.Udb is not { } udb || facts.OutsideUdb is not { } outside)
        {
            return
            [
                FactColumn.Unknown("udb_outside_area_m2"),
                FactColumn.Unknown("udb_outside_width_m"),
                FactColumn.Unknown("udb_on_the_line"),
            ];
        }

        return
        [
            FactColumn.Quantity("udb_outside_area_m2", outside.AreaOf),
            FactColumn.Quantity("udb_outside_width_m", outside.WidthOf),
            FactColumn.Count("udb_on_the_line", i => udb.IsOnTheLine(i) ? 1 : 0),
        ];
    }

    private static IEnumerable<FactColumn> DivisionColumns(City city, ParcelFacts facts)
    {
        foreach (var name in LayerDivision.Standard.Union(LayerDivision.Of(city).Select(division => division.Name)))
        {
            var stem = LayerDivision.ColumnOf(name);
            if (!facts.Divisions.TryGetValue(name, out var shares))
            {
                yield return FactColumn.Unknown(stem);
                yield return FactColumn.Unknown($"{stem}_share");
                continue;
            }

            var zones = city.Layer(LayerDivision.LayerOf(name));
            yield return FactColumn.Text(stem, zones.Ids, i => shares.Main[i]);
            yield return FactColumn.Share($"{stem}_share", i => shares.MainAreaOf(i) / facts.AreaM2[i]);
        }
    }

    private static IEnumerable<FactColumn> BuildingColumns(ParcelFacts facts) =>
    [
        FactColumn.Quantity("floor_area_m2", i => facts.FloorArea[i].Value),
        FactColumn.Quantity("floor_area_low_m2", i => facts.FloorArea[i].Low),
        FactColumn.Quantity("floor_area_high_m2", i => facts.FloorArea[i].High),
        FactColumn.Count("floor_area_unknown_buildings", i => facts.Sums.UnknownFloorAreas[i]),
        FactColumn.Count("buildings", i => facts.Sums.Buildings[i]),
        FactColumn.Quantity("footprint_area_m2", i => facts.Sums.Footprint[i]),
        FactColumn.Share("coverage", facts.CoverageOf),
        FactColumn.Quantity("households", i => facts.Sums.Households[i]),
        FactColumn.Quantity("people", i => facts.Sums.People[i]),
        FactColumn.Count("people_unknown_buildings", i => facts.Sums.UnknownPeople[i]),
    ];

    private static string Quoted(string name) =>
        name.AsSpan().IndexOfAny("\",\r\n") < 0 ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
