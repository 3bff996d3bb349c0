using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>The options of a proposal as the command line writes them: hectares and metres, defaults shown.</summary>
internal sealed class ProposalLimits
{
    private static readonly ProposalOptions Defaults = new();

    private readonly Option<double> _lambda = Number("--lambda", "Price of a metre of outline, in m² of benefit.", Defaults.Lambda);
    private readonly Option<double> _minimum = Number("--min-area", "Smallest net area, hectares.", Defaults.MinimumArea / 10_000);
    private readonly Option<double> _maximum = Number("--max-area", "Largest net area, hectares.", Defaults.MaximumArea / 10_000);
    private readonly Option<double> _threshold = Number("--need-threshold", "Need at which a parcel's benefit is zero, in [0, 1].", Defaults.NeedThreshold);
    private readonly Option<double> _width = Number("--street-width", "Widest street inside an area, metres.", Defaults.StreetWidth);
    private readonly Option<double?> _tolerance = new("--udb-tolerance") { Description = "Widest strip of a parcel that may lie outside the UDB, metres; unset, it is estimated from the layers." };
    private readonly Option<double> _elective = Number("--elective-limit", "Largest share of floor area that elective demolition may reach, in [0, 1].", Defaults.ElectiveDemolitionLimit);
    private readonly Option<string> _purpose = new("--elective-purpose") { Description = "Why elective demolition is proposed; without a purpose there is none.", DefaultValueFactory = _ => "" };
    private readonly Option<double> _goes = Number("--demolition-worth", "What a m² of elective demolition is worth, in m² of benefit; above 0 the boundary is chosen together with what goes.", Defaults.DemolitionWorth);
    private readonly Option<double> _built = Number("--new-floor-worth", "What a m² of new floor area is worth, in m² of benefit; above 0 the boundary is chosen together with what is built.", Defaults.NewFloorAreaWorth);
    private readonly Option<long> _seed = new("--seed") { Description = "Seed: same input and seed, same plan.", DefaultValueFactory = _ => Defaults.Seed };
    private readonly Option<string[]> _lockedIn = Ids("--lock-in", "Ids of parcels that must be in an area, besides those that the city locks in.");
    private readonly Option<string[]> _lockedOut = Ids("--lock-out", "Ids of parcels that must stay out of every area.");
    private readonly Option<int?> _year = Options.Year();
    private readonly Option<int> _threads = Options.Threads();

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _lambda, _minimum, _maximum, _threshold, _width, _tolerance, _elective, _purpose, _goes, _built, _lockedIn, _lockedOut, _seed, _year, _threads })
        {
            command.Add(option);
        }
    }

    /// <summary>The options, or all that is wrong with them under the names that the command line has for them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="limits">A limits file; null where there is none.</param>
    public ProposalOptions Checked(ParseResult parsed, LimitsReading? limits = null)
    {
        var request = limits?.OrThrow();
        var options = request?.ApplyTo(From(parsed)) ?? From(parsed);
        var problems = ProposalOptionChecks.Check(options)
            .Select(problem => limits?.Places.Of(problem.Field) is { }
                ? $"{limits.PlaceOf(problem)}: {problem.Field} = {problem.Value}: {problem.Said}"
                : Said(problem))
            .ToList();
        problems.AddRange(GivenTwice(parsed, request));
        if (parsed.GetResult(_elective) is { Implicit: false } && options.ElectivePurpose.Trim().Length == 0)
        {
            problems.Add("--elective-limit: without a purpose there is no elective demolition to limit. Say what it is for with --elective-purpose, or leave the limit out.");
        }

        return problems.Count == 0 ? options : throw new InputException(string.Join("\n       ", problems));
    }

    /// <summary>Options that a plan was made with, but for those that the command line gives.</summary>
    public ProposalOptions Over(ProposalOptions made, ParseResult parsed)
    {
        var given = Checked(parsed);
        bool Says(Option option) => parsed.GetResult(option) is { Implicit: false };
        return made with
        {
            Lambda = Says(_lambda) ? given.Lambda : made.Lambda,
            MinimumArea = Says(_minimum) ? given.MinimumArea : made.MinimumArea,
            MaximumArea = Says(_maximum) ? given.MaximumArea : made.MaximumArea,
            NeedThreshold = Says(_threshold) ? given.NeedThreshold : made.NeedThreshold,
            StreetWidth = Says(_width) ? given.StreetWidth : made.StreetWidth,
            UdbTolerance = Says(_tolerance) ? given.UdbTolerance : made.UdbTolerance,
            ElectiveDemolitionLimit = Says(_elective) ? given.ElectiveDemolitionLimit : made.ElectiveDemolitionLimit,
            ElectivePurpose = Says(_purpose) ? given.ElectivePurpose : made.ElectivePurpose,
            LockedIn = [.. made.LockedIn, .. given.LockedIn],
            LockedOut = [.. made.LockedOut, .. given.LockedOut],
            Seed = Says(_seed) ? given.Seed : made.Seed,
            ReferenceYear = Says(_year) ? given.ReferenceYear : made.ReferenceYear,
            Threads = given.Threads,
        };
    }

    private IEnumerable<string> GivenTwice(ParseResult parsed, LimitsRequest? request)
    {
        (Option Option, double? InFile, string Field)[] both =
            [(_minimum, request?.MinimumArea, "minimum_area_m2"), (_maximum, request?.MaximumArea, "maximum_area_m2")];
        return both.Where(one => one.InFile is not null && parsed.GetResult(one.Option) is { Implicit: false })
            .Select(one => $"{one.Option.Name}: the limits file says {one.Field} too. Say it once.");
    }

    /// <summary>What is wrong with an option, under the name that the command line has for it.</summary>
    // Limits of land are hectares here and m² everywhere else.
    public string Said(OptionProblem problem)
    {
        Dictionary<string, Option> names = new()
        {
            ["lambda"] = _lambda, ["minimum_area_m2"] = _minimum, ["maximum_area_m2"] = _maximum, ["need_threshold"] = _threshold,
            ["street_width_m"] = _width, ["udb_tolerance_m"] = _tolerance, ["elective_demolition_limit"] = _elective,
            ["demolition_worth"] = _goes, ["new_floor_area_worth"] = _built,
            ["reference_year"] = _year, ["threads"] = _threads, ["locked_in"] = _lockedIn, ["locked_out"] = _lockedOut,
        };
        var inHectares = problem.Field.EndsWith("area_m2", StringComparison.Ordinal) ? " m² (the option takes hectares)" : "";
        var name = names.TryGetValue(problem.Field.Split('[')[0], out var option) ? option.Name : problem.Field;
        return $"{name}: {problem.Value}{inHectares}: {problem.Said}";
    }

    private ProposalOptions From(ParseResult parsed) => new()
    {
        Lambda = parsed.GetValue(_lambda),
        MinimumArea = parsed.GetValue(_minimum) * 10_000,
        MaximumArea = parsed.GetValue(_maximum) * 10_000,
        NeedThreshold = parsed.GetValue(_threshold),
        StreetWidth = parsed.GetValue(_width),
        UdbTolerance = parsed.GetValue(_tolerance),
        ElectiveDemolitionLimit = parsed.GetValue(_elective),
        ElectivePurpose = parsed.GetValue(_purpose) ?? "",
        DemolitionWorth = parsed.GetValue(_goes),
        NewFloorAreaWorth = parsed.GetValue(_built),
        LockedIn = parsed.GetValue(_lockedIn) ?? [],
        LockedOut = parsed.GetValue(_lockedOut) ?? [],
        Seed = parsed.GetValue(_seed),
        ReferenceYear = parsed.GetValue(_year),
        Threads = parsed.GetValue(_threads),
    };

    private static Option<string[]> Ids(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    private static Option<double> Number(string name, string description, double fallback) =>
        new(name) { Description = description, DefaultValueFactory = _ => fallback };
}
