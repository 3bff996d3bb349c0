using CityRenewal.Geo.Samples.Buildings;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>Writes the parcels of a block, one after the other, and has them built upon.</summary>
internal sealed class BlockWriter(SampleOptions options, Bend bend)
{
    private const double NoiseShare = 0.1;
    private const double Noise = 0.02;
    private readonly BlockMesh _mesh = new(bend);
    private readonly Builder _builder = new(options.IsSound);
    private readonly List<Spot> _outline = [];
    private readonly Ring _corners = new();

    /// <summary>Writes a block; parcels are numbered in their unit from the given number on.</summary>
    public void Write(Region region, int unit, int firstNumber, CellParcels into)
    {
        var dice = Dice.For(options.Seed, Topic.Parcels, region.Cell.I, region.Cell.J, region.Index);
        _mesh.Divide(region, ref dice);
        var building = Dice.For(options.Seed, Topic.Buildings, region.Cell.I, region.Cell.J, region.Index);
        _builder.Begin(region, _mesh, ref building);
        var number = firstNumber;
        var host = region.Extra == ExtraParcel.None ? -1 : Host();
        for (var f = 0; f < _mesh.Faces.Count; f++)
        {
            var yard = YardOf(region, f == host, _mesh.Faces[f].Area, ref dice);
            var area = WriteParcel(_mesh.Faces[f], yard, into.Parcels, ref dice);
            into.ParcelRows.Add(RowOf(region, (unit, number), area, ref dice));
            _builder.Build(f, _corners, area, yard > 0, (unit, number), into);
            number++;
        }

        if (host >= 0)
        {
            WriteExtra(region, _mesh.Faces[host], into, ref dice);
            var row = RowOf(region, (unit, number), _corners.Area(), ref dice);
            row.Position = (byte)(region.Extra switch { ExtraParcel.Above => 1, ExtraParcel.Underground => 2, _ => 0 });
            into.ParcelRows.Add(row);
        }
    }

    private int Host()
    {
        var host = 0;
        for (var f = 1; f < _mesh.Faces.Count; f++)
        {
            host = _mesh.Faces[f].Area > _mesh.Faces[host].Area ? f : host;
        }

        return host;
    }

    // Size of the hole in a parcel as a share of the parcel's size, 0 where it has none.
    private static double YardOf(Region region, bool isHost, double area, ref Dice dice)
    {
        if (isHost && region.Extra == ExtraParcel.Enclosed)
        {
            return 0.3;
        }

        var hasYard = region.Quarter is Quarter.OldTown or Quarter.Commerce or Quarter.Campus && area > 900;
        return hasYard && dice.Chance(0.03) ? dice.Between(0.22, 0.34) : 0;
    }

    // Leaves the corners in _corners and returns the area of the outline.
    private double WriteParcel(MeshFace face, double yard, ShapeSink into, ref Dice dice)
    {
        _outline.Clear();
        _mesh.Outline(face, _outline);
        _corners.Clear();
        foreach (var corner in face.Corners)
        {
            _corners.Add(_mesh.Corner(corner));
        }

        var noise = dice.Chance(NoiseShare) && !options.IsSound ? Noise : 0;
        var twice = 0.0;
        for (var k = 0; k < _outline.Count; k++)
        {
            var spot = _outline[k];
            twice += (spot - _outline[0]).Cross(_outline[k + 1 < _outline.Count ? k + 1 : 0] - _outline[0]);
            into.Add(noise > 0 ? Jittered(spot, noise, ref dice) : spot);
        }

        into.CloseRing();
        if (yard > 0)
        {
            twice -= 2 * yard * yard * _corners.Area();
            WriteYard(yard, into);
        }

        into.EndFeature();
        return twice / 2;
    }

    private static Spot Jittered(Spot spot, double noise, ref Dice dice) =>
        new Spot(spot.X + dice.Between(-noise, noise), spot.Y + dice.Between(-noise, noise)).Rounded;

    private void WriteYard(double size, ShapeSink into)
    {
        var middle = _corners.Centre();
        for (var k = _corners.Count - 1; k >= 0; k--)
        {
            into.Add(middle.Toward(_corners[k], size).Rounded);
        }

        into.CloseRing(isHole: true);
    }

    // A parcel in the hole of its host, or a right over most of it; leaves its ring in _corners.
    private void WriteExtra(Region region, MeshFace host, CellParcels into, ref Dice dice)
    {
        _corners.Clear();
        foreach (var corner in host.Corners)
        {
            _corners.Add(_mesh.Corner(corner));
        }

        var middle = _corners.Centre();
        var size = region.Extra == ExtraParcel.Enclosed ? 0.3 : dice.Between(0.7, 0.92);
        var ring = new Ring();
        for (var k = 0; k < _corners.Count; k++)
        {
            ring.Add(middle.Toward(_corners[k], size).Rounded);
        }

        _corners.Copy(ring);
        for (var k = 0; k < ring.Count; k++)
        {
            into.Parcels.Add(ring[k]);
        }

        into.Parcels.CloseRing();
        into.Parcels.EndFeature();
    }

    private ParcelRow RowOf(Region region, (int Unit, int Number) id, double area, ref Dice dice)
    {
        var row = Row(region, id, area, ref dice);
        return options.IsSound ? SoundRows.Of(row, region.Quarter, area) : row;
    }

    private static ParcelRow Row(Region region, (int Unit, int Number) id, double area, ref Dice dice)
    {
        var error = dice.Chance(0.03) ? dice.Between(-0.15, 0.15) : 0.004 * dice.Bell();
        return new ParcelRow
        {
            Unit = id.Unit,
            Number = id.Number,
            Use = LandUse.Of(region.Quarter, ref dice),
            DeclaredArea = dice.Chance(0.03) ? double.NaN : Math.Round(area * (1 + error) * 100) / 100,
            FarLimit = (float)FarLimitOf(region.Quarter, ref dice),
            Position = (byte)(dice.Chance(0.02) ? 3 : 0),
            Lock = LockOf(region.Quarter, ref dice),
            Source = (byte)(dice.Unit() switch { < 0.02 => 3, < 0.07 => 1, < 0.1 => 2, _ => 0 }),
        };
    }

    // Planners lock in what is worn and lock out what is not.
    private static byte LockOf(Quarter quarter, ref Dice dice) => dice.Unit() switch
    {
        < 0.008 => (byte)(quarter == Quarter.OldTown ? 1 : 2),
        < 0.025 => 3,
        _ => 0,
    };

    private static double FarLimitOf(Quarter quarter, ref Dice dice)
    {
        var limit = quarter switch
        {
            Quarter.OldTown => dice.Between(1.2, 2.0),
            Quarter.WalkUps => dice.Between(1.5, 2.5),
            Quarter.Towers => dice.Between(2.0, 3.5),
            Quarter.Commerce => dice.Between(2.5, 5.0),
            Quarter.Industry => dice.Between(1.0, 2.0),
            Quarter.Campus => dice.Between(0.8, 1.5),
            _ => double.NaN,
        };
        return dice.Chance(0.15) ? double.NaN : Math.Round(limit * 10) / 10;
    }
}
