/** What stands for the editor's own module where views are measured without an editor: nothing of it is used there. */
export const Range = Object;
