using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>
/// A small land drawn as text: one character is a square cell, letters are parcels (A is row 0), '.' is street, ' ' is
/// outside. Each street cell is a face whose sides are the parcels around it.
/// </summary>
internal sealed class LatticeLand
{
    public const double Cell = 20;

    private static readonly WorkingPlane Plane = new(106, 29, 28.9, 29.1);

    private readonly string[] _rows;
    private readonly int _width;
    private readonly int _height;

    public LatticeLand(params string[] rowsFromTheNorth)
    {
        _rows = [.. rowsFromTheNorth.Reverse()];
        _height = _rows.Length;
        _width = _rows[0].Length;
        ParcelCount = _rows.SelectMany(row => row).Where(char.IsLetter).Select(ParcelOf).DefaultIfEmpty(-1).Max() + 1;
        Fabric = Build();
    }

    public int ParcelCount { get; }

    public LandFabric Fabric { get; }

    public static int ParcelOf(char letter) => letter is >= 'a' ? letter - 'a' + 26 : letter - 'A';

    /// <summary>The nodes of this land where every parcel may join and no building stands on two.</summary>
    public LandNodes Nodes(int[]? units = null, int[]? groups = null, IEnumerable<(int, int)>? barriers = null, int threads = 1) =>
        LandNodeAssembly.From(
            Fabric,
            new Membership
            {
                Reasons = [.. Enumerable.Range(0, ParcelCount).Select(ReasonOf)],
                Cells = SearchCells.Of(units ?? [.. Enumerable.Repeat(-1, ParcelCount)]),
                Groups = groups ?? [.. Enumerable.Range(0, ParcelCount)],
            },
            new ContactRules
            {
                StreetWidth = Cell,
                MinimumContact = 0.5,
                IsBarred = (a, b) => barriers?.Any(pair => pair == (a, b) || pair == (b, a)) ?? false,
                FaceEachOther = (_, _) => true,
                IsCrossed = _ => false,
            },
            threads);

    private MembershipReason ReasonOf(int parcel) =>
        Fabric.ParcelFaceStart[parcel] < Fabric.ParcelFaceStart[parcel + 1] ? MembershipReason.Candidate : MembershipReason.NoFace;

    /// <summary>The lower left corner of the first cell of a parcel, metres.</summary>
    public (double X, double Y) CornerOf(int parcel)
    {
        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                if (char.IsLetter(_rows[y][x]) && ParcelOf(_rows[y][x]) == parcel)
                {
                    return (x * Cell, y * Cell);
                }
            }
        }

        throw new ArgumentOutOfRangeException(nameof(parcel));
    }

    private LandFabric Build()
    {
        var cells = _width * _height;
        var kinds = new FaceKind[cells + 1];
        var faceParcel = new int[cells + 1];
        Array.Fill(faceParcel, -1);
        var sides = new List<int>();
        var sideStart = new int[cells + 2];
        for (var face = 1; face <= cells; face++)
        {
            var (x, y) = ((face - 1) % _width, (face - 1) / _width);
            var sign = _rows[y][x];
            kinds[face] = sign == '.' ? FaceKind.Street : char.IsLetter(sign) ? FaceKind.Parcel : FaceKind.Outside;
            if (kinds[face] == FaceKind.Parcel)
            {
                faceParcel[face] = ParcelOf(sign);
            }

            sides.AddRange(sign == '.' ? SidesOf(x, y) : []);
            sideStart[face + 1] = sides.Count;
        }

        var byParcel = Enumerable.Range(1, cells).Where(face => faceParcel[face] >= 0).ToLookup(face => faceParcel[face]);
        var parcelFaces = Enumerable.Range(0, ParcelCount).SelectMany(parcel => byParcel[parcel]).ToArray();
        var parcelStart = new int[ParcelCount + 1];
        for (var parcel = 0; parcel < ParcelCount; parcel++)
        {
            parcelStart[parcel + 1] = parcelStart[parcel] + byParcel[parcel].Count();
        }

        var unit = (int)(Cell * Plane.UnitsPerMetre);
        var twiceArea = Enumerable.Repeat(2L * unit * unit, cells + 1).ToArray();
        twiceArea[0] = 0;
        var (origin, next, facesLeft) = HalfEdges();
        var ringStart = Enumerable.Range(0, cells + 2).ToArray();
        var rings = new int[cells + 1];
        for (var h = 0; h < origin.Length; h++)
        {
            rings[facesLeft[h]] = h;
        }

        return new LandFabric(new FabricColumns
        {
            Graph = new FaceGraph(
                [.. Vertices().Select(vertex => vertex.X * unit)],
                [.. Vertices().Select(vertex => vertex.Y * unit)],
                origin,
                next,
                facesLeft)
            {
                FaceRingStart = ringStart,
                FaceRings = rings,
            },
            FaceKinds = kinds,
            FaceParcel = faceParcel,
            FaceInStudyArea = new bool[cells + 1],
            TwiceArea = twiceArea,
            SideStart = sideStart,
            SideParcels = [.. sides],
            StripWidthM = Enumerable.Repeat((float)Cell, cells + 1).ToArray(),
            ParcelFaceStart = parcelStart,
            ParcelFaces = parcelFaces,
            GainedM2 = new double[ParcelCount],
            LostM2 = new double[ParcelCount],
        })
        {
            Plane = Plane,
            Ledger = NoLedger(),
            StackedRights = [],
            UnusableShapes = [],
        };
    }

    private static AreaLedger NoLedger() => new()
    {
        Source = default,
        SquareMetresPerTwiceUnit = 0,
        TwiceStudyArea = 0,
        TwiceParcels = 0,
        TwiceStreets = 0,
        TwiceWater = 0,
        TwiceVoids = 0,
        TwiceOverlaps = 0,
        TwiceParcelsOutside = 0,
        TwiceNodingGain = 0,
        EllipsoidalM2 = 0,
        GainedM2 = 0,
        LostM2 = 0,
        OverlappingParcels = 0,
    };

    private IEnumerable<(int X, int Y)> Vertices() =>
        from y in Enumerable.Range(0, _height + 1)
        from x in Enumerable.Range(0, _width + 1)
        select (x, y);

    /// <summary>The parcels on the four sides of a street cell; of a crossing those at its corners.</summary>
    private int[] SidesOf(int x, int y)
    {
        (int X, int Y)[] straight = [(0, 1), (1, 0), (0, -1), (-1, 0)];
        (int X, int Y)[] corners = [(1, 1), (1, -1), (-1, 1), (-1, -1)];
        int[] At((int X, int Y)[] steps) =>
        [
            .. steps.Select(step => Sign(x + step.X, y + step.Y)).Where(char.IsLetter).Select(ParcelOf).Distinct().Order(),
        ];
        return At(straight) is { Length: > 0 } sides ? sides : At(corners);
    }

    private char Sign(int x, int y) => x < 0 || y < 0 || x >= _width || y >= _height ? ' ' : _rows[y][x];

    private (int[] Origin, int[] Next, int[] Face) HalfEdges()
    {
        var across = _width * (_height + 1);
        var count = 2 * (across + ((_width + 1) * _height));
        int Right(int x, int y) => 2 * ((y * _width) + x);
        int Up(int x, int y) => 2 * (across + (y * (_width + 1)) + x);
        int Face(int x, int y) => x < 0 || y < 0 || x >= _width || y >= _height ? 0 : 1 + (y * _width) + x;
        int Vertex(int x, int y) => (y * (_width + 1)) + x;
        int[] origin = new int[count], next = new int[count], face = new int[count];
        for (var y = 0; y <= _height; y++)
        {
            for (var x = 0; x <= _width; x++)
            {
                if (x < _width)
                {
                    (origin[Right(x, y)], face[Right(x, y)]) = (Vertex(x, y), Face(x, y));
                    (origin[Right(x, y) ^ 1], face[Right(x, y) ^ 1]) = (Vertex(x + 1, y), Face(x, y - 1));
                }

                if (y < _height)
                {
                    (origin[Up(x, y)], face[Up(x, y)]) = (Vertex(x, y), Face(x - 1, y));
                    (origin[Up(x, y) ^ 1], face[Up(x, y) ^ 1]) = (Vertex(x, y + 1), Face(x, y));
                }
            }
        }

        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                next[Right(x, y)] = Up(x + 1, y);
                next[Up(x + 1, y)] = Right(x, y + 1) ^ 1;
                next[Right(x, y + 1) ^ 1] = Up(x, y) ^ 1;
                next[Up(x, y) ^ 1] = Right(x, y);
            }
        }

        for (var x = 0; x < _width; x++)
        {
            next[Right(x, 0) ^ 1] = x == 0 ? Up(0, 0) : Right(x - 1, 0) ^ 1;
            next[Right(x, _height)] = x == _width - 1 ? Up(_width, _height - 1) ^ 1 : Right(x + 1, _height);
        }

        for (var y = 0; y < _height; y++)
        {
            next[Up(0, y)] = y == _height - 1 ? Right(0, _height) : Up(0, y + 1);
            next[Up(_width, y) ^ 1] = y == 0 ? Right(_width - 1, 0) ^ 1 : Up(_width, y - 1) ^ 1;
        }

        return (origin, next, face);
    }
}
