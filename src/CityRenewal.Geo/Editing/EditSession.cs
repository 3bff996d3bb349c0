using System.Collections.Immutable;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// A planner at work on a plan: edits one after the other, each with every number and verdict of the areas it touches,
/// undo and redo of any depth. A session serves one caller at a time; the city's own data are never changed.
/// </summary>
public sealed class EditSession
{
    private readonly EditStart _start;
    private readonly EditGround _first;
    private readonly GroundShelf _shelf;
    private readonly List<(EditState State, AppliedEdit? Edit)> _steps = [];
    private readonly AreaBook _areas = new();
    private EditGround _ground;
    private AreaReader _reader;
    private readonly ParcelOwners _owners;
    private int _at;

    private EditSession(EditGround ground, EditStart start)
    {
        (_start, _first, _ground, _shelf) = (start, ground, ground, new GroundShelf(ground));
        (_reader, _owners) = (new AreaReader(ground), new ParcelOwners(ground.City.Parcels.Count));
        _steps.Add((new EditState { NextNumber = start.Areas.Count + 1 }, null));
    }

    /// <summary>The city, with the parts of parcels that are split now.</summary>
    public City City => _ground.City;

    /// <summary>What the session reads from now.</summary>
    public EditGround Ground => _ground;

    /// <summary>The rules that its areas are judged by; null where there are none.</summary>
    public Compliance.RulePack? Rules => _ground.Book?.Ground.Pack;

    /// <summary>The areas, by id.</summary>
    public IReadOnlyList<EditedArea> Areas => _areas.All;

    /// <summary>Limits of the plan as a whole that it breaks: number, budgets, spacing, remainders of blocks.</summary>
    public IReadOnlyList<AreaBreach> PlanBreaches { get; private set; } = [];

    /// <summary>Objective of the plan: Σ benefit − λ · perimeter − κ, minus what broken soft limits cost, m².</summary>
    public double Objective => _areas.All.Sum(area => area.Value) - PlanBreaches.Sum(breach => breach.Price ?? 0);

    /// <summary>Whether there is an edit to take back.</summary>
    public bool CanUndo => _at > 0;

    /// <summary>Whether there is an edit to make again.</summary>
    public bool CanRedo => _at + 1 < _steps.Count;

    /// <summary>The edits that are in force, those before the session first.</summary>
    public IReadOnlyList<AppliedEdit> Edits => [.. _start.Earlier, .. _steps.Take(_at + 1).Select(step => step.Edit).OfType<AppliedEdit>()];

    /// <summary>Everything that is decided now.</summary>
    internal EditState State => _steps[_at].State;

    /// <summary>The area that a parcel is in; null where it is in none.</summary>
    internal string? OwnerOf(int parcel) => _owners[parcel];

    /// <summary>Begins a session.</summary>
    /// <param name="ground">The city, prepared.</param>
    /// <param name="start">What it begins with.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="EditException">Two areas share an id or a parcel, or one has no land; lists all of it.</exception>
    public static EditSession Open(EditGround ground, EditStart start, CancellationToken cancel = default)
    {
        var session = new EditSession(ground, start);
        var state = StartState.Of(start, session._shelf, cancel);
        session.GoTo(state, [.. state.Areas.Keys], [], cancel);
        session._steps[0] = (state, null);
        return session;
    }

    /// <summary>Prepares what solving surroundings again reads, for a session in which a planner may ask for it: the first time is then no slower.</summary>
    /// <param name="cancel">Ends the work.</param>
    /// <remarks>What the first split reads besides is made ready in the background from then on.</remarks>
    public void MakeReadyToSolve(CancellationToken cancel = default)
    {
        _ground.MakeReady(cancel);
        _shelf.BeginToMakeReady();
    }

    /// <summary>One area.</summary>
    /// <exception cref="ArgumentException">There is no area of that id.</exception>
    public EditedArea Area(string id) => _areas.Find(id) ?? throw new ArgumentException($"The plan has no area '{id}'.", nameof(id));

    /// <summary>The whole family of measures of an area, those too that take longer than an edit may.</summary>
    /// <exception cref="ArgumentException">There is no area of that id.</exception>
    public AreaMeasures MeasuresOf(string id) => _reader.MeasuresOf(Area(id));

    /// <summary>Makes an edit; edits that were taken back are forgotten.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="cancel">Ends the work; nothing is changed then.</param>
    /// <exception cref="EditException">The edit is impossible; nothing is changed.</exception>
    public EditReport Apply(Edit edit, CancellationToken cancel = default)
    {
        var desk = new EditDesk(_ground, State.Untouched(), _owners) { Reader = _reader, Current = Area, Cancel = cancel };
        var next = edit.On(desk);
        if (ReferenceEquals(next, desk.State))
        {
            return new EditReport(edit.Said, [], Objective, Objective, [PlanTells.Unchanged, .. PlanTells.Of((_ground, _owners), PlanBreaches)]);
        }

        var report = Step(next, next.Touched, (edit.Said, desk.Known), cancel);
        _steps.RemoveRange(_at + 1, _steps.Count - _at - 1);
        _steps.Add((next, edit.Said));
        _at++;
        return report;
    }

    /// <summary>Takes the last edit back.</summary>
    /// <exception cref="EditException">There is none.</exception>
    public EditReport Undo(CancellationToken cancel = default)
    {
        if (!CanUndo)
        {
            throw new EditException([new OptionProblem("undo", "", "There is no edit to take back.", "Make one first.")]);
        }

        var report = Step(_steps[_at - 1].State, State.Touched, (_steps[_at].Edit!, []), cancel);
        _at--;
        return report;
    }

    /// <summary>Makes the edit again that was taken back last.</summary>
    /// <exception cref="EditException">There is none.</exception>
    public EditReport Redo(CancellationToken cancel = default)
    {
        if (!CanRedo)
        {
            throw new EditException([new OptionProblem("redo", "", "No edit was taken back.", "Take one back first.")]);
        }

        var report = Step(_steps[_at + 1].State, _steps[_at + 1].State.Touched, (_steps[_at + 1].Edit!, []), cancel);
        _at++;
        return report;
    }

    /// <summary>The plan as it is now, with its findings; its measures are those of a plan like any other.</summary>
    public JudgedPlan ToPlan() => EditedPlan.Of((_start, _first, _ground), (_areas.All, PlanBreaches), State);

    private EditReport Step(
        EditState next, IReadOnlyCollection<string> touched, (AppliedEdit Edit, Dictionary<int[], EditedArea> Known) made, CancellationToken cancel)
    {
        var (objective, city) = (Objective, City);
        var before = touched.ToDictionary(id => id, _areas.Find);
        GoTo(next, touched, made.Known, cancel);
        return new EditReport(
            made.Edit, [.. touched.Select(id => ChangeOf(id, (city, before[id]), (City, _areas.Find(id))))], objective, Objective,
            PlanTells.Of((_ground, _owners), PlanBreaches));
    }

    private static AreaChange ChangeOf(string id, (City City, EditedArea? Area) before, (City City, EditedArea? Area) after)
    {
        var old = IdsOf(before);
        var now = IdsOf(after);
        return new AreaChange(id, before.Area, after.Area)
        {
            Gained = [.. now.Except(old).Order(StringComparer.Ordinal)],
            Lost = [.. old.Except(now).Order(StringComparer.Ordinal)],
        };
    }

    private static HashSet<string> IdsOf((City City, EditedArea? Area) side) =>
        side.Area is null ? [] : side.Area.Area.Parcels.Select(parcel => side.City.Parcels.Ids[parcel]).ToHashSet(StringComparer.Ordinal);

    // Either everything goes to the next state or nothing does.
    private void GoTo(EditState next, IReadOnlyCollection<string> touched, Dictionary<int[], EditedArea> known, CancellationToken cancel)
    {
        var ground = _shelf.For(next.Cuts, cancel);
        var isOther = ground != _ground;
        var reader = isOther ? new AreaReader(ground) : _reader;
        IReadOnlyCollection<string> toRead = isOther ? [.. _areas.ReachedBetween(_ground, ground, _shelf.Holds).Union(touched)] : touched;
        Lock(ground, next);
        try
        {
            _areas.Read(next, toRead, known, (ground, reader), cancel);
        }
        catch
        {
            Lock(_ground, State);
            throw;
        }

        _owners.Hold(ground.City.Parcels.Count);
        _owners.Follow(State, next, toRead);
        (_ground, _reader) = (ground, reader);
        PlanBreaches = ground.Plan.Options.Limits == PlanLimits.None
            ? []
            : [.. ground.PlanChecks.Value.Check([.. _areas.All.Select(area => area.Area)]).Select(found => found.Breach)];
    }

    private static void Lock(EditGround ground, EditState state)
    {
        ground.Plan.Locks.CopyTo(ground.Locks, 0);
        foreach (var (parcel, locked) in state.Locks)
        {
            ground.Locks[parcel] = locked;
        }
    }
}
