using CityRenewal.Geo.Register;

namespace CityRenewal.Geo.Tests.Register;

/// <summary>Which steps an entry of the register may take, and what is told of those it may not.</summary>
public class RegisterStateTests
{
    [Fact]
    public void Every_pair_of_states_is_allowed_or_told_with_what_is_allowed()
    {
        (RegisterState From, RegisterState To)[] allowed =
        [
            (RegisterState.Candidate, RegisterState.InLibrary), (RegisterState.Candidate, RegisterState.Exited),
            (RegisterState.InLibrary, RegisterState.AnnualPlan), (RegisterState.InLibrary, RegisterState.Exited),
            (RegisterState.AnnualPlan, RegisterState.InLibrary), (RegisterState.AnnualPlan, RegisterState.UnderWay), (RegisterState.AnnualPlan, RegisterState.Exited),
            (RegisterState.UnderWay, RegisterState.Done), (RegisterState.UnderWay, RegisterState.Exited), (RegisterState.Exited, RegisterState.Candidate),
        ];
        foreach (var from in RegisterStates.All)
        {
            foreach (var to in RegisterStates.All)
            {
                var problems = RegisterChecks.OfStep("P1", Registers.First with { State = from }, Registers.First with { State = to });

                Assert.Equal(allowed.Contains((from, to)), problems.Count == 0);
                Assert.All(problems, problem => Assert.Contains(from.Wire(), problem.Text, StringComparison.Ordinal));
                Assert.All(problems, problem => Assert.All(from.Next(), next => Assert.Contains(next.Chinese(), problem.TextChinese, StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public void All_that_is_wrong_with_a_step_is_told_at_once()
    {
        var problems = RegisterChecks.OfStep("P1", Registers.First, new RegisterStep(RegisterState.Done, Registers.Day.AddDays(-1), " "));

        Assert.Equal(["transition", "document", "date"], problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_project_outside_its_area_without_parcels_or_with_an_area_that_is_not_there_is_refused()
    {
        RegisteredParcel inside = new("P1", 100, "", "", ""), outside = new("P2", 100, "", "", "");
        var register = new RenewalRegister([Registers.Entry("A1", "A1", [inside])], []);

        Assert.Empty(RegisterChecks.OfNew(register, Registers.Entry("A1-1", "A1", [inside])));
        Assert.Equal(["outside_area"], RegisterChecks.OfNew(register, Registers.Entry("A1-1", "A1", [inside, outside])).Select(problem => problem.Code));
        Assert.Equal(["no_parcels", "area"], RegisterChecks.OfNew(register, Registers.Entry("B1-1", "B1", [])).Select(problem => problem.Code));
        Assert.Equal(["known_id"], RegisterChecks.OfNew(register, Registers.Entry("A1", "A1", [inside])).Select(problem => problem.Code));
        Assert.Equal(
            ["id", "fiscal_coefficient"],
            RegisterChecks.OfNew(register, Registers.Entry(" A2", " A2", [inside]) with { FiscalCoefficient = -1 }).Select(problem => problem.Code));
    }

    [Fact]
    public void States_are_known_by_their_words_in_both_languages()
    {
        Assert.All(RegisterStates.All, state => Assert.Equal((state, state), (RegisterStates.Find(state.Wire()), RegisterStates.Find(state.Chinese()))));
        Assert.Null(RegisterStates.Find("approved"));
    }
}
