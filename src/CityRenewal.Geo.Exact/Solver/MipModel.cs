using static CityRenewal.Geo.Exact.Solver.HighsLibrary;

namespace CityRenewal.Geo.Exact.Solver;

/// <summary>
/// A mixed-integer model that is maximised by HiGHS: one thread, a limit of branching nodes and not of time, so that the same
/// model has the same answer. Rows may be added between solves. Prints nothing.
/// </summary>
internal sealed class MipModel : IDisposable
{
    private const int Optimal = 7;
    private const int Infeasible = 8;
    private readonly nint _highs = Highs_create();

    /// <summary>An empty model.</summary>
    /// <param name="gap">How far below the optimum an answer may be, in the unit of the objective.</param>
    public MipModel(double gap)
    {
        Require(Highs_setBoolOptionValue(_highs, "output_flag", 0), "be quiet");
        Require(Highs_setIntOptionValue(_highs, "threads", 1), "use one thread");
        Require(Highs_setDoubleOptionValue(_highs, "mip_rel_gap", 0), "set its gap");
        Require(Highs_setDoubleOptionValue(_highs, "mip_abs_gap", gap), "set its gap");
        Require(Highs_changeObjectiveSense(_highs, -1), "maximise");
    }

    /// <summary>Adds a variable; returns its number.</summary>
    public unsafe int Add(double worth, double lower, double upper, bool isInteger)
    {
        Require(Highs_addCol(_highs, worth, lower, upper, 0, null, null), "take a variable");
        var column = Highs_getNumCol(_highs) - 1;
        if (isInteger)
        {
            Require(Highs_changeColIntegrality(_highs, column, 1), "take an integer");
        }

        return column;
    }

    /// <summary>Adds a variable that stands in rows which are there already; returns its number.</summary>
    public unsafe int Add(double worth, double lower, double upper, ReadOnlySpan<int> rows, ReadOnlySpan<double> values)
    {
        fixed (int* row = rows)
        {
            fixed (double* value = values)
            {
                Require(Highs_addCol(_highs, worth, lower, upper, rows.Length, row, value), "take a variable");
            }
        }

        return Highs_getNumCol(_highs) - 1;
    }

    /// <summary>Whether a variable takes whole values only.</summary>
    public void TakeWhole(int column, bool isInteger) => Require(Highs_changeColIntegrality(_highs, column, isInteger ? 1 : 0), "take an integer");

    /// <summary>What a variable is worth from now on.</summary>
    public void Price(int column, double worth) => Require(Highs_changeColCost(_highs, column, worth), "change a worth");

    /// <summary>What a variable counts in a row from now on.</summary>
    public void Count(int row, int column, double value) => Require(Highs_changeCoeff(_highs, row, column, value), "change a row");

    /// <summary>What a variable may be from now on.</summary>
    public void Limit(int column, double lower, double upper) => Require(Highs_changeColBounds(_highs, column, lower, upper), "change a variable");

    /// <summary>What a row may be from now on.</summary>
    public void LimitRow(int row, double lower, double upper) => Require(Highs_changeRowBounds(_highs, row, lower, upper), "change a row");

    /// <summary>Number of rows.</summary>
    public int Rows => Highs_getNumRow(_highs);

    /// <summary>Adds lower ≤ Σ value · variable ≤ upper.</summary>
    public unsafe void Row(double lower, double upper, ReadOnlySpan<int> columns, ReadOnlySpan<double> values)
    {
        fixed (int* column = columns)
        {
            fixed (double* value = values)
            {
                Require(Highs_addRow(_highs, lower, upper, columns.Length, column, value), "take a row");
            }
        }
    }

    /// <summary>Ends a solve with the first answer that keeps all rows, whatever it is worth.</summary>
    public void TakeFirst() => Require(Highs_setIntOptionValue(_highs, "mip_max_improving_sols", 1), "end with the first answer");

    /// <summary>Solves the model.</summary>
    /// <param name="start">Values to start from, one per variable; empty for none.</param>
    /// <param name="nodes">Most branching nodes.</param>
    public unsafe MipAnswer Solve(ReadOnlySpan<double> start, int nodes)
    {
        Require(Highs_setIntOptionValue(_highs, "mip_max_nodes", nodes), "limit its nodes");
        if (start.Length > 0)
        {
            fixed (double* value = start)
            {
                Require(Highs_setSolution(_highs, value, null, null, null), "start from an answer");
            }
        }

        if (Highs_run(_highs) < 0 && !RunsPlainly())
        {
            return new MipAnswer(null, double.PositiveInfinity, IsOptimal: false, 0);
        }

        var status = Highs_getModelStatus(_highs);
        if (status == Infeasible)
        {
            return new MipAnswer(null, double.NegativeInfinity, IsOptimal: true, 0);
        }

        double bound;
        long searched;
        int quality;
        Require(Highs_getDoubleInfoValue(_highs, "mip_dual_bound", &bound), "tell its bound");
        Require(Highs_getInt64InfoValue(_highs, "mip_node_count", &searched), "tell its nodes");
        Require(Highs_getIntInfoValue(_highs, "primal_solution_status", &quality), "tell its answer");
        return new MipAnswer(quality == 2 ? Values() : null, bound, status == Optimal, searched);
    }

    /// <summary>Solves a model without integers: the values of its variables, and what each row's limit is worth; null where it has no answer.</summary>
    public unsafe (double[] Values, double[] Duals, double Objective)? SolveLinear()
    {
        if ((Highs_run(_highs) < 0 && !RunsPlainly()) || Highs_getModelStatus(_highs) != Optimal)
        {
            return null;
        }

        var (values, reduced) = (new double[Highs_getNumCol(_highs)], new double[Highs_getNumCol(_highs)]);
        var (rows, duals) = (new double[Highs_getNumRow(_highs)], new double[Highs_getNumRow(_highs)]);
        fixed (double* value = values, cost = reduced, row = rows, dual = duals)
        {
            Require(Highs_getSolution(_highs, value, cost, row, dual), "tell its answer");
        }

        double objective;
        Require(Highs_getDoubleInfoValue(_highs, "objective_function_value", &objective), "tell its objective");
        return (values, duals, objective);
    }

    // Seldom a model that was made smaller beforehand ends in an error; as it stands it is solved. If not even that, nothing is proven.
    private bool RunsPlainly()
    {
        Require(Highs_clearSolver(_highs), "start anew");
        Require(Highs_setStringOptionValue(_highs, "presolve", "off"), "leave the model as it is");
        var status = Highs_run(_highs);
        Require(Highs_setStringOptionValue(_highs, "presolve", "choose"), "make the model smaller");
        return status >= 0;
    }

    public void Dispose() => Highs_destroy(_highs);

    private unsafe double[] Values()
    {
        var (values, rows) = (new double[Highs_getNumCol(_highs)], new double[Highs_getNumRow(_highs)]);
        fixed (double* value = values)
        {
            fixed (double* row = rows)
            {
                Require(Highs_getSolution(_highs, value, null, row, null), "tell its answer");
            }
        }

        return values;
    }

    // 1 is a warning: a limit was reached.
    private static void Require(int status, string what)
    {
        if (status is not (0 or 1))
        {
            throw new InvalidOperationException($"HiGHS could not {what}: status {status}.");
        }
    }
}
