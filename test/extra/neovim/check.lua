-- Runs inside Neovim: starts the language server with Neovim's own client, opens articles and asks what an
-- editor asks. Reads its task from the JSON file that ARTICLE_ANNOTATOR_TASK names and writes the answers to
-- the file that the task names; what they should be is decided outside.

local REQUEST_TIMEOUT_MS = 20000

local function read_json(path)
  local file = assert(io.open(path, 'r'))
  local text = file:read('*a')
  file:close()
  return vim.fn.json_decode(text)
end

local function write_json(path, value)
  local file = assert(io.open(path, 'w'))
  file:write(vim.fn.json_encode(value))
  file:close()
end

local function start_server(task)
  local id = vim.lsp.start_client({
    name = 'article-annotator',
    cmd = task.server,
    root_dir = task.root,
    get_language_id = function() return 'article' end,
  })
  assert(id, 'the server could not be started')
  local is_ready = vim.wait(REQUEST_TIMEOUT_MS, function()
    local client = vim.lsp.get_client_by_id(id)
    return client ~= nil and client.initialized == true
  end, 20)
  assert(is_ready, 'the server did not answer "initialize"')
  return id
end

local function ask(buffer, method, params)
  local answers, problem = vim.lsp.buf_request_sync(buffer, method, params, REQUEST_TIMEOUT_MS)
  if not answers then error(method .. ': ' .. tostring(problem)) end
  local _, answer = next(answers)
  if not answer then error(method .. ': no answer') end
  if answer.err or answer.error then error(method .. ': ' .. vim.inspect(answer.err or answer.error)) end
  return answer.result
end

-- Where the text first stands in the buffer, as LSP counts. The article of the task is ASCII up to there.
local function position_of(buffer, text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local column = string.find(line, text, 1, true)
    if column then return { line = number - 1, character = column - 1 } end
  end
  error('the article does not have the text ' .. text)
end

local function open_article(client, path)
  local buffer = vim.fn.bufadd(path)
  vim.fn.bufload(buffer)
  assert(vim.lsp.buf_is_attached(buffer, client) or vim.lsp.buf_attach_client(buffer, client), 'the client could not be attached to ' .. path)
  return buffer, { uri = vim.uri_from_bufnr(buffer) }
end

local function run(task)
  local client = start_server(task)
  local answers = { articles = {} }
  local buffer, document = open_article(client, task.article)
  answers.hover = ask(buffer, 'textDocument/hover', { textDocument = document, position = position_of(buffer, task.name) })
  answers.hoverElsewhere = ask(buffer, 'textDocument/hover', { textDocument = document, position = position_of(buffer, task.word) })
  -- An edit goes through Neovim's incremental sync: the name moves one line down.
  vim.api.nvim_buf_set_lines(buffer, 0, 0, false, { 'A line typed above.' })
  answers.hoverAfterEdit = ask(buffer, 'textDocument/hover', { textDocument = document, position = position_of(buffer, task.name) })
  for _, path in ipairs(task.samples) do
    local sample, sample_document = open_article(client, path)
    local tokens = ask(sample, 'textDocument/semanticTokens/full', { textDocument = sample_document })
    table.insert(answers.articles, { path = path, numbers = #(tokens and tokens.data or {}) })
  end
  return answers
end

local task = read_json(vim.env.ARTICLE_ANNOTATOR_TASK)
local succeeded, result = xpcall(run, debug.traceback, task)
write_json(task.answers, succeeded and result or { problem = tostring(result) })
vim.cmd('qall!')
